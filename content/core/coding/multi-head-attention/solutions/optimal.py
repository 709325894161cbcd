import numpy as np


def multi_head_attention(x: np.ndarray, weights: tuple[np.ndarray, ...], n_heads: int, causal: bool) -> np.ndarray:
    b, t, d = x.shape
    q, k, v = ((x @ w).reshape(b, t, n_heads, d // n_heads).transpose(0, 2, 1, 3) for w in weights[:3])
    scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(d / n_heads)
    if causal:
        scores = np.where(np.tri(t), scores, -np.inf)
    p = np.exp(scores - scores.max(axis=3, keepdims=True))
    p = p / p.sum(axis=3, keepdims=True)
    return (p @ v).transpose(0, 2, 1, 3).reshape(b, t, d) @ weights[-1]
