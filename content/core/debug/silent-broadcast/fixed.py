"""Linear regression with sample weights, for one output or several."""

import numpy as np


def unit_rows(X: np.ndarray) -> np.ndarray:
    """X with every row scaled to length 1. X: (n, d), no zero rows."""
    return X / np.linalg.norm(X, axis=1, keepdims=True)


def predict(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """X: (n, d), W: (d, k), b: (k,). Returns (n, k), also when k is 1."""
    return X @ W + b


def loss(pred: np.ndarray, target: np.ndarray) -> float:
    """Mean squared error. pred: (n, k). target: (n, k), or (n,) when k is 1."""
    return float(np.mean((pred - target.reshape(pred.shape)) ** 2))


def weighted_loss(squares: np.ndarray, weights: np.ndarray) -> float:
    """The mean over examples and outputs of weight times square. squares: (n, k), weights: (n,)."""
    weighted = weights[:, None] * squares
    return float(weighted.mean())


def gradients(X: np.ndarray, pred: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Gradients of the mean squared error with respect to W and b. target: (n, k)."""
    error = 2 * (pred - target) / pred.size
    return X.T @ error, error.sum(axis=0)


def train(X: np.ndarray, target: np.ndarray, lr: float, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Gradient descent from zeros. target: (n, k)."""
    W, b = np.zeros((X.shape[1], target.shape[1])), np.zeros(target.shape[1])
    for _ in range(steps):
        dW, db = gradients(X, predict(X, W, b), target)
        W, b = W - lr * dW, b - lr * db
    return W, b
