import numpy as np


def attention(q, k, v, mask=None):
    """q (n, d), k (m, d), v (m, e), mask (n, m) True where a query may look; returns (n, e)."""
    scores = q @ k.T / np.sqrt(k.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    scores -= scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    return weights / weights.sum(axis=-1, keepdims=True) @ v


rng = np.random.default_rng(0)
x = rng.normal(size=(5, 8))
causal = np.tril(np.ones((5, 5), dtype=bool))
out = attention(x, x, x, causal)
assert np.allclose(out[0], x[0])  # the first token sees only itself
