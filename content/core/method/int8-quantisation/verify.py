"""Checks of the equations."""

import numpy as np
from snippet import linear, quantise, restore


def error_is_half_a_step():
    """Within the grid; where the rounded zero point pushes the very end off the grid, at most a whole step."""
    rng = np.random.default_rng(1)
    for symmetric in (True, False):
        for x in (rng.normal(size=2000), rng.uniform(3, 5, size=2000), np.maximum(rng.normal(size=2000), 0)):
            q, scale, zero = quantise(x, symmetric=symmetric)
            wanted, error = np.round(x / scale) + zero, np.abs(restore(q, scale, zero) - x)
            inside = (wanted >= -128) & (wanted <= 127)
            assert q.dtype == np.int8 and inside.mean() > 0.99
            assert (error[inside] <= scale / 2 + 1e-12).all() and (error <= scale + 1e-12).all()
    x = np.r_[0.0, rng.uniform(0, 9, size=100)]
    assert restore(*quantise(x, symmetric=False))[0] == 0


def noise_of_rounding():
    x = np.random.default_rng(2).normal(size=300_000)
    variances = {}
    for bits in (6, 7, 8):
        scale = 5.0 / 2 ** (bits - 1)
        variances[bits] = ((scale * np.round(x / scale) - x) ** 2).mean()
        assert np.isclose(variances[bits], scale**2 / 12, rtol=0.01)
    assert np.isclose(10 * np.log10(variances[7] / variances[8]), 6.02, atol=0.1)


def product_of_integers():
    rng = np.random.default_rng(3)
    x, w = rng.normal(size=(5, 40)) + 1, rng.normal(size=(6, 40))
    qx, qw = quantise(x, axis=1, symmetric=False), quantise(w, axis=1)
    assert np.allclose(linear(x, w), restore(*qx) @ restore(*qw).T)
    assert 128 * 127 * 100_000 < 2**31  # int32 holds more than a hundred thousand terms


def ranges_may_move():
    rng = np.random.default_rng(4)
    x, w = rng.normal(size=(64, 32)), rng.normal(size=(16, 32))
    x[:, 3] *= 60
    s = np.sqrt(np.abs(x).max(axis=0) / np.abs(w).max(axis=0))
    assert np.allclose((x / s) @ (w * s).T, x @ w.T)

    def error(x, w):
        return np.linalg.norm(restore(*quantise(x)) @ restore(*quantise(w, axis=1)).T - x @ w.T)

    assert error(x / s, w * s) < 0.5 * error(x, w)
