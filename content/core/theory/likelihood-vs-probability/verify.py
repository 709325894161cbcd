"""Checks of the claims about likelihood, on coin tosses."""

from math import comb

import numpy as np

BIAS = np.linspace(0, 1, 2001)


def _table(n=10):
    """P(k heads | bias): a row for each bias, a column for each k."""
    k = np.arange(n + 1)
    return np.array([comb(n, j) for j in k]) * BIAS[:, None] ** k * (1 - BIAS[:, None]) ** (n - k)


def _area(values):
    return ((values[1:] + values[:-1]) / 2).sum() * (BIAS[1] - BIAS[0])


def one_table_two_readings():
    table = _table()
    assert np.allclose(table.sum(1), 1)
    assert np.isclose(BIAS[table[:, 7].argmax()], 0.7)


def likelihood_does_not_integrate_to_one():
    assert np.isclose(_area(_table()[:, 7]), 1 / 11, atol=1e-5)


def constants_drop_out():
    plain, full = BIAS**7 * (1 - BIAS) ** 3, _table()[:, 7]
    assert np.isclose(full[1400] / full[1000], plain[1400] / plain[1000])
    assert np.allclose(full / _area(full), plain / _area(plain))


def logs_avoid_underflow():
    x = np.random.default_rng(0).normal(1, 1, 2000)
    centre = np.linspace(0, 2, 201)
    density = np.exp(-((x - centre[:, None]) ** 2) / 2) / (2 * np.pi) ** 0.5
    assert (density.prod(1) == 0).all()
    assert abs(centre[np.log(density).sum(1).argmax()] - x.mean()) < 0.01


def losses_are_negative_log_likelihoods():
    rng = np.random.default_rng(1)
    y, guess, s = rng.normal(size=20), rng.normal(size=20), 0.7
    log_density = -0.5 * ((y - guess) / s) ** 2 - np.log(s * (2 * np.pi) ** 0.5)
    assert np.isclose(-log_density.sum(), ((y - guess) ** 2).sum() / (2 * s**2) + 20 * np.log(s * (2 * np.pi) ** 0.5))
    p, label = rng.dirichlet(np.ones(3), 20), rng.integers(0, 3, 20)
    assert np.isclose(-np.log(np.prod(p[np.arange(20), label])), -(np.eye(3)[label] * np.log(p)).sum())
