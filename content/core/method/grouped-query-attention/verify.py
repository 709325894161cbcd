"""Checks of the equations."""

import numpy as np
from snippet import cache_bytes, convert, grouped_attention


def plain(q, k, v):
    scores = np.exp(q @ k.T / np.sqrt(q.shape[1]))
    return scores / scores.sum(axis=1, keepdims=True) @ v


def sharing_equals_repeating():
    rng = np.random.default_rng(1)
    q, h = rng.normal(size=(6, 4, 5)), 6
    for g in (1, 2, 3, 6):
        k, v = rng.normal(size=(g, 7, 5)), rng.normal(size=(g, 7, 5))
        wanted = [plain(q[i], k[i * g // h], v[i * g // h]) for i in range(h)]
        assert np.allclose(grouped_attention(q, k, v), wanted)


def cache_counts_key_heads_only():
    layers, tokens, g, width = 3, 11, 2, 8
    cache = [np.zeros((2, g, tokens, width), dtype=np.float16) for _ in range(layers)]
    assert sum(a.nbytes for a in cache) == cache_bytes(layers, tokens, g, width)
    assert cache_bytes(1, 1, 32, 64) / cache_bytes(1, 1, 4, 64) == 32 / 4


def the_mean_is_nearest():
    rng = np.random.default_rng(2)
    weights = rng.normal(size=(8, 6, 3))
    pooled = convert(weights, 2)
    for c in range(2):
        group = weights[4 * c : 4 * c + 4]
        best = ((pooled[c] - group) ** 2).sum()
        for _ in range(50):
            assert ((pooled[c] + 0.1 * rng.normal(size=(6, 3)) - group) ** 2).sum() > best
        assert np.allclose((pooled[c] - group).sum(axis=0), 0)  # the gradient there, halved
    assert np.allclose(convert(np.repeat(pooled, 4, axis=0), 2), pooled)  # equal heads lose nothing
