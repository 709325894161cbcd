"""Wrong on purpose: see `mutants.softmax-over-queries` in item.toml."""

import numpy as np


def gqa(q, k, v, causal):
    heads, queries, width = q.shape
    shared, keys, _ = k.shape
    grouped = q.reshape(shared, heads // shared, queries, width)
    scores = grouped @ k[:, None].swapaxes(2, 3) / np.sqrt(width)
    if causal:
        seen = np.arange(keys) <= keys - queries + np.arange(queries)[:, None]
        scores = np.where(seen, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=3, keepdims=True))
    out = weights / weights.sum(axis=2, keepdims=True) @ v[:, None]
    return out.reshape(heads, queries, v.shape[2])
