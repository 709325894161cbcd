"""Checks of the claims about multi-query and grouped-query attention."""

import numpy as np


def _attend(q, k, v):
    """q: (H, t, d); k, v: (G, t, d), each serving H / G query heads."""
    k, v = (np.repeat(m, len(q) // len(m), axis=0) for m in (k, v))
    s = np.einsum("htd,hsd->hts", q, k)
    p = np.exp(s - s.max(-1, keepdims=True))
    return np.einsum("hts,hsd->htd", p / p.sum(-1, keepdims=True), v), s.size * q.shape[-1]


def _heads(g):
    rng = np.random.default_rng(0)
    return rng.normal(size=(8, 5, 4)), *(rng.normal(size=(2, g, 5, 4)))


def one_group_is_mqa_all_groups_is_mha():
    q, k, v = _heads(8)
    own = [_attend(q[h : h + 1], k[h : h + 1], v[h : h + 1])[0][0] for h in range(8)]
    assert np.allclose(_attend(q, k, v)[0], own)
    shared = [_attend(q[h : h + 1], k[:1], v[:1])[0][0] for h in range(8)]
    assert np.allclose(_attend(q, k[:1], v[:1])[0], shared)


def cache_shrinks_by_the_ratio():
    full, grouped = (sum(m.size for m in _heads(g)[1:]) for g in (8, 2))
    assert full == 4 * grouped


def score_arithmetic_is_unchanged():
    assert len({_attend(*_heads(g))[1] for g in (1, 2, 4, 8)}) == 1
