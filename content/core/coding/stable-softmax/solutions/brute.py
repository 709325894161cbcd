import numpy as np


def softmax_jvp(z: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    p, jv = np.zeros(z.shape), np.zeros(z.shape)
    for i, row in enumerate(z):
        weights = np.exp(row - np.max(row))
        p[i] = weights / np.sum(weights)
        jv[i] = (np.diag(p[i]) - np.outer(p[i], p[i])) @ v[i]
    return p, jv
