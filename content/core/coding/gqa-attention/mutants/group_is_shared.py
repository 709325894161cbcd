"""Wrong on purpose: see `mutants.group-is-shared` in item.toml."""

import numpy as np


def gqa(q, k, v, causal):
    heads, queries, width = q.shape
    shared, keys, _ = k.shape
    index = np.minimum(np.arange(heads) // shared, shared - 1)
    k, v, shared = k[index], v[index], heads
    grouped = q.reshape(heads, 1, queries, width)
    scores = grouped @ k[:, None].swapaxes(2, 3) / np.sqrt(width)
    if causal:
        seen = np.arange(keys) <= keys - queries + np.arange(queries)[:, None]
        scores = np.where(seen, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=3, keepdims=True))
    out = weights / weights.sum(axis=3, keepdims=True) @ v[:, None]
    return out.reshape(heads, queries, v.shape[2])
