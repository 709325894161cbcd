"""Wrong on purpose: see `mutants.mask-after-softmax` in item.toml."""

import numpy as np


def gqa(q, k, v, causal):
    heads, queries, width = q.shape
    shared, keys, _ = k.shape
    grouped = q.reshape(shared, heads // shared, queries, width)
    scores = grouped @ k[:, None].swapaxes(2, 3) / np.sqrt(width)
    seen = np.arange(keys) <= keys - queries + np.arange(queries)[:, None]
    weights = np.exp(scores - scores.max(axis=3, keepdims=True))
    weights = weights / weights.sum(axis=3, keepdims=True)
    out = np.where(seen | (not causal), weights, 0.0) @ v[:, None]
    return out.reshape(heads, queries, v.shape[2])
