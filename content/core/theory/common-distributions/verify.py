"""Checks of the claims about distributions."""

from math import comb, exp, factorial

import numpy as np

SIZE = 200_000


def binomial_moments():
    x = (np.random.default_rng(0).random((SIZE, 10)) < 0.3).sum(1)
    assert abs(x.mean() - 3) < 0.02
    assert abs(x.var() - 2.1) < 0.03


def poisson_is_the_rare_limit():
    for k in range(8):
        binomial = comb(10_000, k) * 0.0003**k * 0.9997 ** (10_000 - k)
        assert abs(binomial - exp(-3) * 3**k / factorial(k)) < 1e-4
    x = np.random.default_rng(1).poisson(3, SIZE)
    assert abs(x.var() - x.mean()) < 0.05


def exponential_has_no_memory():
    rng = np.random.default_rng(2)
    x = rng.exponential(2.0, SIZE)
    assert abs((x[x > 3] - 3 > 1).mean() - (x > 1).mean()) < 0.01
    events = np.sort(rng.uniform(0, SIZE / 2, SIZE // 4))
    assert abs((np.diff(events) > 2).mean() - exp(-1)) < 0.01


def sums_become_normal():
    x = np.random.default_rng(3).random((50_000, 12)).sum(1) - 6
    assert abs((abs(x) < 1.96).mean() - 0.95) < 0.01
    entropies = {"normal": 0.5 * np.log(2 * np.pi * np.e), "uniform": np.log(12**0.5), "laplace": 1 + np.log(2**0.5)}
    assert max(entropies, key=entropies.get) == "normal"


def products_become_lognormal():
    x = np.random.default_rng(4).uniform(0.7, 1.4, (20_000, 60)).prod(1)
    log = np.log(x)
    z = (log - log.mean()) / log.std()
    assert abs((abs(z) < 1.96).mean() - 0.95) < 0.01
    assert x.mean() > 1.2 * np.median(x)


def beta_describes_a_rate():
    x = np.random.default_rng(5).beta(8, 4, SIZE)
    assert 0 <= x.min() <= x.max() <= 1
    assert abs(x.mean() - 8 / 12) < 0.01
    assert np.allclose(np.random.default_rng(6).dirichlet([2, 3, 4], 100).sum(1), 1)
