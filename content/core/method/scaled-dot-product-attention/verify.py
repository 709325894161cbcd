"""Checks of the equations."""

import numpy as np
from snippet import attention


def rows_are_mixtures():
    rng = np.random.default_rng(1)
    q, k, v = rng.normal(size=(4, 6)), rng.normal(size=(7, 6)), rng.normal(size=(7, 3))
    assert np.allclose(attention(q, k, np.ones((7, 3))), 1.0)
    out = attention(q, k, v)
    strength = [np.exp(q[0] @ key / 6**0.5) for key in k]
    assert np.allclose(out[0], sum(s * value for s, value in zip(strength, v, strict=True)) / sum(strength))
    assert (out <= v.max(axis=0) + 1e-12).all() and (out >= v.min(axis=0) - 1e-12).all()


def score_variance_is_the_dimension():
    rng = np.random.default_rng(2)
    for d in (4, 64):
        scores = (rng.normal(size=(40_000, d)) * rng.normal(size=(40_000, d))).sum(axis=1)
        assert abs(scores.var() / d - 1) < 0.05


def equivariant_to_permutations():
    rng = np.random.default_rng(3)
    x = rng.normal(size=(6, 5))
    order = rng.permutation(6)
    assert np.allclose(attention(x[order], x[order], x[order]), attention(x, x, x)[order])
