"""Checks of the claims about regression metrics."""

import numpy as np

Y = np.random.default_rng(0).lognormal(size=501)
GRID = np.linspace(0, 6, 6001)


def _r2(y, f):
    return 1 - ((y - f) ** 2).sum() / ((y - y.mean()) ** 2).sum()


def square_weighs_large_errors():
    e = np.r_[np.ones(99), 50.0]
    assert (e[-1] ** 2) / (e**2).sum() > 0.95 and e[-1] / e.sum() < 0.35


def median_minimises_absolute_error():
    absolute, squared = np.abs(Y[:, None] - GRID).mean(0), ((Y[:, None] - GRID) ** 2).mean(0)
    assert abs(GRID[absolute.argmin()] - np.median(Y)) < 0.01 and abs(GRID[squared.argmin()] - Y.mean()) < 0.01


def r2_compares_with_the_mean():
    assert _r2(Y, Y) == 1 and _r2(Y, np.full(501, Y.mean())) == 0 and _r2(Y, np.full(501, Y.mean() + 5)) < 0


def r2_never_falls_with_features():
    x = np.c_[np.ones(501), np.random.default_rng(1).normal(size=(501, 20))]
    scores = [_r2(Y, x[:, :k] @ np.linalg.lstsq(x[:, :k], Y, rcond=None)[0]) for k in range(1, 22)]
    assert np.all(np.diff(scores) >= -1e-12)


def mape_favours_low_forecasts():
    mape = np.abs((Y[:, None] - GRID) / Y[:, None]).mean(0)
    assert GRID[mape.argmin()] < 0.8 * np.median(Y) and abs(1 - 0.5) / 1e-6 > 1e5
