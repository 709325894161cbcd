"""Checks of the equations."""

from itertools import product

import numpy as np
from snippet import dropout


def draws(p):
    x = np.array([-2.0, 0.5, 3.0])
    return x, dropout(np.tile(x, (100_000, 1)), p, np.random.default_rng(1))[0]


def expectation_is_kept():
    x, out = draws(0.4)
    assert np.allclose(out.mean(axis=0), x, rtol=0.02)


def noise_variance():
    x, out = draws(0.4)
    assert np.allclose(out.var(axis=0), 0.4 / 0.6 * x**2, rtol=0.02)


def ridge_in_linear_regression():
    """The expectation is exact: all masks of one row are enumerated, and rows are independent."""
    rng, p = np.random.default_rng(2), 0.3
    x, y, w = rng.normal(size=(5, 4)), rng.normal(size=5), rng.normal(size=4)
    expected = 0.0
    for bits in product((0, 1), repeat=4):
        mask = np.array(bits)
        chance = np.prod(np.where(mask == 1, 1 - p, p))
        expected += chance * ((y - (x * mask / (1 - p)) @ w) ** 2).sum()
    penalty = p / (1 - p) * (w**2 * (x**2).sum(axis=0)).sum()
    assert np.isclose(expected, ((y - x @ w) ** 2).sum() + penalty)
