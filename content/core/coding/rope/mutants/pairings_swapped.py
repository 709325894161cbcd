import numpy as np


def rope(x: np.ndarray, positions: np.ndarray, base: float, interleaved: bool) -> np.ndarray:
    half = x.shape[-1] // 2
    angle = positions[:, None] * base ** (-np.arange(half) / half)
    first, second = (slice(None, None, 2), slice(1, None, 2)) if not interleaved else (slice(half), slice(half, None))
    a, b = x[..., first], x[..., second]
    out = np.empty(x.shape)
    out[..., first] = a * np.cos(angle) - b * np.sin(angle)
    out[..., second] = a * np.sin(angle) + b * np.cos(angle)
    return out
