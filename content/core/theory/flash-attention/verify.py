"""Checks of the claims about FlashAttention."""

import numpy as np


def _data(n=48, d=8):
    return np.random.default_rng(0).normal(size=(3, n, d)) * 2


def _standard(q, k, v):
    s = q @ k.T
    p = np.exp(s - s.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True) @ v


def _tiled(q, k, v, block=7):
    """Returns the output, the log-sum-exp a row and the multiplications made."""
    m, total, out, work = np.full(len(q), -np.inf), np.zeros(len(q)), np.zeros_like(v), 0
    for b in range(0, len(k), block):
        s = q @ k[b : b + block].T
        new = np.maximum(m, s.max(1))
        p, fade = np.exp(s - new[:, None]), np.exp(m - new)
        total, out = total * fade + p.sum(1), out * fade[:, None] + p @ v[b : b + block]
        m, work = new, work + 2 * s.size * q.shape[1]
    return out / total[:, None], m + np.log(total), work


def tiled_equals_standard():
    q, k, v = _data()
    assert all(np.allclose(_tiled(q, k, v, b)[0], _standard(q, k, v)) for b in (1, 5, 16, 48))


def online_softmax_rescales():
    x = np.array([0.0, 1.0, 9.0, 3.0])
    m, total = x[0], 1.0
    for value in x[1:]:
        new = max(m, value)
        m, total = new, total * np.exp(m - new) + np.exp(value - new)
    assert np.isclose(m + np.log(total), np.log(np.exp(x).sum()))


def arithmetic_is_the_same():
    works = [_tiled(*_data(n))[2] for n in (24, 48)]
    assert works == [2 * 24 * 24 * 8, 2 * 48 * 48 * 8] and works[1] == 4 * works[0]


def extra_memory_is_linear():
    sizes = [[a.size for a in _tiled(*_data(n))[:2]] for n in (24, 48)]
    assert sum(sizes[1]) == 2 * sum(sizes[0])


def scores_come_back_from_the_statistic():
    q, k, v = _data()
    p = np.exp(q @ k.T - _tiled(q, k, v)[1][:, None])
    assert np.allclose(p.sum(1), 1) and np.allclose(p @ v, _standard(q, k, v))
