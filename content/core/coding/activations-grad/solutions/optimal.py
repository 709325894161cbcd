import math

import numpy as np


def activate(name: str, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    if name == "relu":
        return np.maximum(x, 0.0), np.where(x > 0, 1.0, 0.0)
    if name == "silu":
        s = (1 + np.tanh(x / 2)) / 2
        return x * s, s + x * s * (1 - s)
    if name == "gelu":
        gate = np.array([(1 + math.erf(t / math.sqrt(2))) / 2 for t in x.flat]).reshape(x.shape)
        return x * gate, gate + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    c = math.sqrt(2 / math.pi)
    t = np.tanh(c * (x + 0.044715 * x**3))
    return x * (1 + t) / 2, (1 + t) / 2 + x * (1 - t * t) / 2 * c * (1 + 3 * 0.044715 * x * x)
