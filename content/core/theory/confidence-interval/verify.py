"""Checks of the claims about confidence intervals."""

import numpy as np


def _intervals(seed, n=50, times=4000, factor=1.96):
    x = np.random.default_rng(seed).normal(2, 3, (times, n))
    half = factor * x.std(1, ddof=1) / n**0.5
    return x.mean(1) - half, x.mean(1) + half


def intervals_cover():
    low, high = _intervals(0)
    assert abs(((low < 2) & (high > 2)).mean() - 0.95) < 0.02


def some_intervals_are_surely_wrong():
    """Two draws from a uniform of width 1 around θ: when they lie over 0.5 apart, θ is between them for certain."""
    x = np.random.default_rng(1).uniform(4.5, 5.5, (20000, 2))
    low, high = x.min(1), x.max(1)
    inside, wide = (low < 5) & (high > 5), high - low > 0.5
    assert abs(inside.mean() - 0.5) < 0.02
    assert inside[wide].all()
    assert inside[~wide].mean() < 0.45


def width_shrinks_with_root_n():
    (a, b), (c, d) = _intervals(2, n=50), _intervals(3, n=200)
    assert abs((b - a).mean() / (d - c).mean() - 2) < 0.05


def small_samples_need_t():
    for factor, low_end, high_end in ((1.96, 0.8, 0.9), (2.776, 0.93, 0.97)):
        low, high = _intervals(4, n=5, factor=factor)
        assert low_end < ((low < 2) & (high > 2)).mean() < high_end


def excluding_zero_is_significance():
    low, high = _intervals(5)
    middle, half = (low + high) / 2, (high - low) / 2
    assert np.array_equal((low > 0) | (high < 0), abs(middle) / (half / 1.96) > 1.96)


def overlap_can_be_significant():
    gap, error = 3.0, 1.0
    assert gap < 2 * 1.96 * error
    assert gap > 1.96 * 2**0.5 * error
