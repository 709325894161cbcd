import numpy as np


def fit_logistic(X: np.ndarray, y: np.ndarray, l2: float, lr: float, steps: int) -> tuple[np.ndarray, float, float]:
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(steps):
        error = (1 + np.tanh((X @ w + b) / 2)) / 2 - y
        w = w - lr * (X.T @ error / len(y) + l2 * w)
        b = b - lr * error.mean()
    p = (1 + np.tanh((X @ w + b) / 2)) / 2
    return w, float(b), float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) + l2 / 2 * w @ w)
