import math

import numpy as np


def _logistic(t: float) -> float:
    return 1 / (1 + math.exp(-t)) if t >= 0 else math.exp(t) / (1 + math.exp(t))


def _one(name: str, t: float) -> tuple[float, float]:
    if name == "relu":
        return (t, 1.0) if t > 0 else (0.0, 0.0)
    if name == "silu":
        s = _logistic(t)
        return t * s, s * (1 + t * _logistic(-t))
    if name == "gelu":
        below = math.erfc(-t / math.sqrt(2)) / 2
        return t * below, below + t * math.exp(-(t**2) / 2) / math.sqrt(2 * math.pi)
    inner = math.sqrt(2 / math.pi) * (t + 0.044715 * t**3)
    slope = math.sqrt(2 / math.pi) * (1 + 0.134145 * t**2)
    s = _logistic(2 * inner)
    return t * s, s + 2 * t * s * _logistic(-2 * inner) * slope


def activate(name: str, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    pairs = [_one(name, float(t)) for t in x.ravel()]
    return (
        np.array([y for y, _ in pairs]).reshape(x.shape),
        np.array([dy for _, dy in pairs]).reshape(x.shape),
    )
