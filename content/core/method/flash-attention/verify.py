"""Checks of the equations."""

import numpy as np
from snippet import flash


def standard(q, k, v):
    """The usual way, and what it moves: each array is read or written whole between steps."""
    n, d = q.shape
    s = q @ k.T / np.sqrt(d)
    p = np.exp(s - s.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    out = p @ v
    moved = q.size + k.size + s.size  # read q and k, write the scores
    moved += s.size + p.size  # read them, write the weights
    moved += p.size + v.size + out.size  # read those and v, write the output
    return out, p, s, moved


def tiles_give_the_exact_result():
    rng = np.random.default_rng(1)
    q, k, v = 6 * rng.normal(size=(3, 37, 8))
    wanted = standard(q, k, v)[0]
    for rows, columns in ((1, 1), (4, 7), (37, 5), (64, 64)):
        assert np.allclose(flash(q, k, v, rows, columns)[0], wanted, rtol=1e-10)
    k[20:] *= 300  # scores that overflow without the running maximum, and rise late
    assert np.allclose(flash(q, k, v, 8, 8)[0], standard(q, k, v)[0])


def one_number_a_row_restores_the_weights():
    q, k, v = 3 * np.random.default_rng(2).normal(size=(3, 30, 6))
    _, weights, scores, _ = standard(q, k, v)
    stat = flash(q, k, v, 7, 9)[1]
    assert stat.shape == (30,)
    assert np.allclose(np.exp(scores - stat[:, None]), weights)


def traffic_is_counted():
    n, d = 96, 4
    q, k, v = np.random.default_rng(3).normal(size=(3, n, d))
    assert standard(q, k, v)[3] == 4 * n * d + 4 * n * n
    for block in (8, 24, 40, 96):
        assert flash(q, k, v, block, 16)[2] == 2 * n * d + 2 * n * d * -(-n // block)
