"""Checks of the equations."""

import numpy as np
from snippet import forest, predict


def data(n=120):
    rng = np.random.default_rng(1)
    x = rng.uniform(-2, 2, size=(n, 3))
    return rng, x, np.sin(2 * x[:, 0]) + x[:, 1] + 0.4 * rng.normal(size=n)


def variance_of_the_mean():
    """By the covariance matrix itself, and by sampling from it."""
    rng, trees, rho, sigma = np.random.default_rng(2), 20, 0.3, 1.5
    covariance = sigma**2 * (rho * np.ones((trees, trees)) + (1 - rho) * np.eye(trees))
    claimed = rho * sigma**2 + (1 - rho) / trees * sigma**2
    assert np.isclose(np.ones(trees) @ covariance @ np.ones(trees) / trees**2, claimed)
    draws = rng.multivariate_normal(np.zeros(trees), covariance, size=40_000).mean(axis=1)
    assert np.isclose(draws.var(), claimed, rtol=0.03)


def a_third_stays_out_of_the_bag():
    rng, n = np.random.default_rng(3), 500
    chance = (1 - 1 / n) ** n
    assert abs(chance - np.exp(-1)) < 1e-3
    missing = [n - len(np.unique(rng.integers(n, size=n))) for _ in range(400)]
    assert np.isclose(np.mean(missing) / n, chance, rtol=0.01)


def forest_beats_its_average_tree():
    rng, x, y = data()
    each = np.array([predict(t, x) for t in forest(x, y, 12, 2, rng)])
    mean = each.mean(axis=0)
    assert np.allclose((mean - y) ** 2, ((each - y) ** 2).mean(axis=0) - ((each - mean) ** 2).mean(axis=0))
    assert ((mean - y) ** 2).mean() < ((each - y) ** 2).mean()
