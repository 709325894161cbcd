"""Checks of the claims about p-values, by simulated z-tests with known variance."""

from math import erfc

import numpy as np


def _p(z):
    return np.vectorize(lambda v: erfc(abs(v) / 2**0.5))(z)


def _tests(seed, effect=0.0, n=25, times=4000):
    return _p(np.random.default_rng(seed).normal(effect * n**0.5, 1, times))


def matches_permutation_frequency():
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=200), rng.normal(0.2, 1, 200)
    both, gap = np.r_[a, b], abs(a.mean() - b.mean())
    shuffled = rng.permuted(np.tile(both, (2000, 1)), axis=1)
    often = (abs(shuffled[:, :200].mean(1) - shuffled[:, 200:].mean(1)) >= gap).mean()
    z = gap / (both.std() * (2 / 200) ** 0.5)
    assert abs(often - _p(z)) < 0.03


def small_p_often_with_true_null():
    null, real = _tests(1, times=9000), _tests(2, effect=0.3, times=1000)
    false = ((null > 0.01) & (null < 0.05)).sum()
    assert false / (false + ((real > 0.01) & (real < 0.05)).sum()) > 0.3


def null_p_values_are_uniform():
    p = _tests(3)
    assert all(abs((p < a).mean() - a) < 0.02 for a in (0.05, 0.2, 0.5, 0.9))


def huge_sample_makes_trifles_significant():
    assert (_tests(4, effect=0.01, n=1_000_000, times=500) < 0.001).mean() > 0.99


def low_power_misses_effects():
    assert (_tests(5, effect=0.3, n=10) > 0.05).mean() > 0.7


def many_tests_and_peeking_inflate():
    assert np.isclose(1 - 0.95**20, 0.64, atol=0.005)
    x = np.random.default_rng(6).normal(size=(2000, 200))
    z = x.cumsum(1)[:, 19::20] / np.arange(20, 201, 20) ** 0.5
    assert (abs(z) > 1.96).any(1).mean() > 0.15
    assert abs((abs(z[:, -1]) > 1.96).mean() - 0.05) < 0.02
