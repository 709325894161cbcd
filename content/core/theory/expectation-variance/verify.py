"""Checks of the claims about expectation and variance."""

import numpy as np


def _pair(seed=0, n=200_000):
    rng = np.random.default_rng(seed)
    x = rng.exponential(size=n)
    return rng, x, x**2 + rng.normal(size=n)


def expectation_is_linear():
    _, x, y = _pair()
    assert np.isclose((3 * x + y).mean(), 3 * x.mean() + y.mean())
    assert abs(np.corrcoef(x, y)[0, 1]) > 0.5


def variance_formulae():
    _, x, _ = _pair(1)
    assert np.isclose(x.var(), (x**2).mean() - x.mean() ** 2)
    assert np.isclose((3 * x + 5).var(), 9 * x.var())


def variance_of_a_sum():
    rng, x, y = _pair(2)
    assert np.isclose((x + y).var(), x.var() + y.var() + 2 * np.cov(x, y, ddof=0)[0, 1])
    z = rng.normal(size=len(x))
    assert np.isclose((x + z).var(), x.var() + z.var(), rtol=0.02)


def averaging_divides_the_variance():
    x = np.random.default_rng(3).exponential(size=(20_000, 16))
    assert np.isclose(x.mean(1).var(), 1 / 16, rtol=0.05)


def uncorrelated_but_dependent():
    x = np.random.default_rng(4).normal(size=200_000)
    assert abs(np.corrcoef(x, x**2)[0, 1]) < 0.02
    assert (x**2)[abs(x) > 2].min() > 4


def total_variance():
    rng = np.random.default_rng(5)
    group = rng.integers(0, 3, 30_000)
    x = rng.normal(group * 2.0, 1 + group)
    share = np.bincount(group) / len(group)
    means, spreads = (np.array([f(x[group == k]) for k in range(3)]) for f in (np.mean, np.var))
    assert np.isclose(x.var(), share @ spreads + share @ (means - share @ means) ** 2)
