"""Checks of the claims about quantisation."""

import numpy as np


def _through(x, bits, axis=None):
    top = 2 ** (bits - 1) - 1
    s = np.abs(x).max(axis=axis, keepdims=axis is not None) / top
    return np.round(x / s) * s, s


def rounding_error_is_half_a_step():
    x = np.random.default_rng(0).normal(size=1000)
    back, s = _through(x, 8)
    assert np.abs(back - x).max() <= s / 2 + 1e-12
    lo, hi = x.min(), x.max()
    step = (hi - lo) / 255
    q = np.round(x / step) + np.round(-lo / step)
    assert q.min() >= -1 and q.max() <= 256


def four_bits_take_a_quarter():
    n, group = 7e9, 128
    small = n * 4 / 8 + n / group * 2
    assert 0.25 < small / (n * 2) < 0.27


def group_scales_confine_an_outlier():
    w = np.random.default_rng(1).normal(size=(16, 128))
    w[0, 0] = 50
    whole, _ = _through(w, 4)
    grouped, _ = _through(w, 4, axis=1)
    assert ((grouped - w) ** 2).mean() < ((whole - w) ** 2).mean() / 4
    assert (whole[1:] == 0).mean() > 0.99, "one scale wipes out everything but the outlier"


def average_hides_a_rare_failure():
    """A two per cent slice whose loss doubles moves the mean by two per cent."""
    loss = np.ones(1000)
    after = loss.copy()
    after[:20] = 2
    assert after.mean() / loss.mean() < 1.03 and after[:20].mean() == 2
