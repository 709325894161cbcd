import numpy as np


def softmax_jvp(z: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    return p, p * (v - (p * v).sum(axis=1, keepdims=True))
