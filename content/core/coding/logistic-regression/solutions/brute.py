import math

import numpy as np


def _sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def fit_logistic(X: np.ndarray, y: np.ndarray, l2: float, lr: float, steps: int) -> tuple[np.ndarray, float, float]:
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(steps):
        grad_w, grad_b = l2 * w, 0.0
        for x, target in zip(X, y):
            error = _sigmoid(float(x @ w) + b) - target
            grad_w = grad_w + error * x / n
            grad_b += error / n
        w, b = w - lr * grad_w, b - lr * grad_b
    loss = l2 / 2 * sum(float(c) ** 2 for c in w)
    for x, target in zip(X, y):
        z = float(x @ w) + b
        loss += (max(z, 0.0) + math.log1p(math.exp(-abs(z))) - target * z) / n
    return w, b, loss
