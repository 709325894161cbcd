"""Checks of the claims about kinds of attention."""

import numpy as np


def additive_takes_unequal_sizes():
    rng = np.random.default_rng(0)
    q, k, w, u, v = rng.normal(size=5), rng.normal(size=(7, 3)), *(rng.normal(size=s) for s in ((5, 4), (3, 4), (4,)))
    assert (np.tanh(q @ w + k @ u) @ v).shape == (7,)


def _softmax(s):
    e = np.exp(s - s.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def scaling_keeps_the_softmax_soft():
    rng = np.random.default_rng(1)
    q, k = rng.normal(size=(2, 200, 256))
    s = q @ k.T
    assert abs((s / 16).var() - 1) < 0.1 and abs(s.var() / 256 - 1) < 0.1
    assert _softmax(s).max(1).mean() > 0.8 > 0.2 > _softmax(s / 16).max(1).mean()


def pairs_grow_quadratically():
    """Block by block with a running maximum the result is exact, and only one block of scores is held at a time."""
    rng = np.random.default_rng(3)
    for n in (32, 64):
        q, k, v = rng.normal(size=(3, n, 4))
        top, total, out, scored, held = np.full(n, -np.inf), np.zeros(n), np.zeros((n, 4)), 0, 0
        for i in range(0, n, 8):
            s = q @ k[i : i + 8].T
            scored, held = scored + s.size, max(held, s.size)
            new = np.maximum(top, s.max(1))
            old, e = np.exp(top - new), np.exp(s - new[:, None])
            top, total, out = new, total * old + e.sum(1), out * old[:, None] + e @ v[i : i + 8]
        assert np.allclose(out / total[:, None], _softmax(q @ k.T) @ v)
        assert scored == n * n and held == 8 * n


def windows_reach_far_through_layers():
    n, w = 64, 2
    near = np.abs(np.subtract.outer(np.arange(n), np.arange(n))) <= w
    assert near.sum() <= (2 * w + 1) * n
    reach, spans = np.eye(n, dtype=bool), []
    for _ in range(4):
        reach = (reach.astype(int) @ near.astype(int)) > 0
        spans.append(int(reach[32].sum()))
    assert spans == [5, 9, 13, 17]


def feature_maps_reorder_the_sum():
    rng = np.random.default_rng(2)
    q, k, v = rng.normal(size=(3, 30, 6))
    f = lambda x: np.where(x > 0, x + 1, np.exp(x))
    weights = f(q) @ f(k).T
    pairwise = weights / weights.sum(1, keepdims=True) @ v
    state, total = f(k).T @ v, f(k).sum(0)
    assert state.shape == (6, 6) and np.allclose(f(q) @ state / (f(q) @ total)[:, None], pairwise)
    sharpest = lambda w: (w / w.sum(1, keepdims=True)).max(1).mean()
    assert sharpest(weights) < sharpest(_softmax(q @ k.T / 6**0.5))


def cache_shrinks_with_the_key_heads():
    cache = lambda heads, length=4096, size=128, layers=32: 2 * heads * length * size * layers * 2
    assert cache(32) == 2 * 2**30 and cache(8) * 4 == cache(32) and cache(1) * 32 == cache(32)
