import numpy as np


def train_mlp(
    X: np.ndarray, y: np.ndarray, params: tuple[np.ndarray, ...], lr: float, steps: int
) -> tuple[tuple[np.ndarray, ...], list[float]]:
    W1, b1, W2, b2 = params
    rows, losses = np.arange(len(y)), []
    for _ in range(steps):
        a = X @ W1 + b1
        h = np.maximum(a, 0)
        z = h @ W2 + b2
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        losses.append(float(-log_p[rows, y].mean()))

        dz = np.exp(log_p)
        dz[rows, y] -= 1
        dz = dz / len(y)
        da = (dz @ W2.T) * (a > 0)
        W2 -= lr * h.T @ dz
        b2 -= lr * dz.sum(axis=0)
        W1 -= lr * X.T @ da
        b1 -= lr * da.sum(axis=0)
    return (W1, b1, W2, b2), losses
