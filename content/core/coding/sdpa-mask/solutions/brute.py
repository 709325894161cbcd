import math

import numpy as np


def attention(q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray | None) -> np.ndarray:
    t, s = q.shape[-2], k.shape[-2]
    bias = np.zeros((t, s)) if mask is None else mask
    if bias.dtype == bool:
        bias = np.where(bias, 0.0, -np.inf)
    bias = np.broadcast_to(bias, (*q.shape[:-1], s))
    out = np.zeros((*q.shape[:-1], v.shape[-1]))
    for place in np.ndindex(q.shape[:-1]):
        lead = place[:-1]
        seen = [j for j in range(s) if bias[place][j] > -math.inf]
        scores = [float(q[place] @ k[lead][j]) / math.sqrt(q.shape[-1]) + float(bias[place][j]) for j in seen]
        if not seen:
            continue
        top = max(scores)
        weights = [math.exp(score - top) for score in scores]
        for j, weight in zip(seen, weights):
            out[place] += weight / sum(weights) * v[lead][j]
    return out
