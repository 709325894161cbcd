"""Checks of the claims about densities."""

import numpy as np


def _normal(x, s=1.0):
    return np.exp(-((x / s) ** 2) / 2) / (s * (2 * np.pi) ** 0.5)


def _area(f, a, b, n=20_001):
    x = np.linspace(a, b, n)
    y = f(x)
    return ((y[1:] + y[:-1]) / 2).sum() * (x[1] - x[0])


def area_is_probability():
    x = np.random.default_rng(0).normal(size=400_000)
    assert abs(((x > 0.3) & (x < 1.1)).mean() - _area(_normal, 0.3, 1.1)) < 0.003
    assert abs(((x > 0.5) & (x < 0.51)).mean() - 0.01 * _normal(0.5)) < 0.001


def density_exceeds_one():
    assert _normal(0.0, 0.1) > 3.9
    assert np.isclose(_area(lambda x: _normal(x, 0.1), -2, 2), 1)


def points_have_no_mass():
    widths = [_area(_normal, 0.5 - h, 0.5 + h) for h in (0.1, 0.01, 0.001)]
    assert widths[0] > widths[1] > widths[2]
    assert widths[2] < 0.001


def density_is_the_slope_of_the_cdf():
    h = 1e-3
    slope = (_area(_normal, -9, 0.7 + h) - _area(_normal, -9, 0.7 - h)) / (2 * h)
    assert np.isclose(slope, _normal(0.7), atol=1e-4)


def change_of_variables():
    """Y = exp(X) for a standard normal X has density n(log y) / y and its mode at exp(-1), not at exp(0)."""

    def density(y):
        return _normal(np.log(y)) / y

    sample = np.exp(np.random.default_rng(1).normal(size=400_000))
    assert abs(((sample > 0.5) & (sample < 2)).mean() - _area(density, 0.5, 2)) < 0.003
    grid = np.linspace(0.01, 3, 3000)
    assert abs(grid[density(grid).argmax()] - np.exp(-1)) < 0.01
