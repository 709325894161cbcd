"""Checks of the claims about high dimensions."""

import numpy as np


def _contrast(x):
    d = np.linalg.norm(x[1:] - x[0], axis=1)
    return d.max() / d.min()


def cells_grow_exponentially():
    assert np.isclose(0.01 ** (1 / 10), 0.631, atol=1e-3)
    x = np.random.default_rng(0).random((1000, 6))
    shares = [len(np.unique((x[:, :d] * 10).astype(int), axis=0)) / 10**d for d in (1, 3, 6)]
    assert shares[0] == 1 and shares[1] < 0.7 and shares[2] < 0.002


def contrast_vanishes():
    rng = np.random.default_rng(1)
    assert _contrast(rng.random((500, 2))) > 10 and _contrast(rng.random((500, 2000))) < 1.2


def mass_sits_near_the_border():
    x = np.random.default_rng(2).random((2000, 100))
    assert (np.minimum(x, 1 - x).min(1) < 0.05).mean() > 0.99
    assert 0.95**100 < 0.01, "the share of a ball within 95 percent of its radius"


def noise_features_separate_anything():
    rng = np.random.default_rng(3)
    x, y = rng.normal(size=(50, 50)), rng.choice([-1.0, 1.0], 50)
    assert np.array_equal(np.sign(x @ np.linalg.solve(x, y)), y)


def low_intrinsic_dimension_saves():
    rng = np.random.default_rng(4)
    z = rng.random((500, 2)) @ rng.normal(size=(2, 2000))
    assert _contrast(z) > 5
