"""One head and one query at a time, straight from the definition."""

import numpy as np


def gqa(q, k, v, causal):
    heads, queries, width = q.shape
    group = heads // len(k)
    out = np.empty((heads, queries, v.shape[2]))
    for h in range(heads):
        for i in range(queries):
            stop = k.shape[1] - queries + i + 1 if causal else k.shape[1]
            scores = k[h // group, :stop] @ q[h, i] / width**0.5
            weights = np.exp(scores - scores.max())
            out[h, i] = weights @ v[h // group, :stop] / weights.sum()
    return out
