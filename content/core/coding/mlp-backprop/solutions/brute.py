import math

import numpy as np


def train_mlp(
    X: np.ndarray, y: np.ndarray, params: tuple[np.ndarray, ...], lr: float, steps: int
) -> tuple[tuple[np.ndarray, ...], list[float]]:
    W1, b1, W2, b2 = (np.array(p, dtype=float) for p in params)
    losses = []
    for _ in range(steps):
        grads = [np.zeros_like(p) for p in (W1, b1, W2, b2)]
        total = 0.0
        for x, target in zip(X, y):
            a = x @ W1 + b1
            h = np.where(a > 0, a, 0.0)
            z = h @ W2 + b2
            top = float(z.max())
            log_sum = top + math.log(float(np.exp(z - top).sum()))
            total += log_sum - float(z[target])
            dz = np.exp(z - log_sum)
            dz[target] -= 1.0
            da = np.where(a > 0, W2 @ dz, 0.0)
            for grad, part in zip(grads, (np.outer(x, da), da, np.outer(h, dz), dz)):
                grad += part
        losses.append(total / len(y))
        W1, b1, W2, b2 = (p - lr * g / len(y) for p, g in zip((W1, b1, W2, b2), grads))
    return (W1, b1, W2, b2), losses
