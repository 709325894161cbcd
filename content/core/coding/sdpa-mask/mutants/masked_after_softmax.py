import numpy as np


def attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None) -> np.ndarray:
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        keep = np.where(mask, 1.0, 0.0) if mask.dtype == bool else np.exp(mask)
    else:
        keep = 1.0
    weights = np.exp(scores - np.nan_to_num(scores.max(axis=-1, keepdims=True)))
    mixed, total = weights @ v, weights.sum(axis=-1, keepdims=True)
    return (keep * weights / total) @ v
