"""Checks of the claims about scaling laws, on a law of the usual form with round constants."""

import numpy as np

E, A, B, POWER = 1.7, 400.0, 400.0, 0.3


def _loss(n, d):
    return E + A * n**-POWER + B * d**-POWER


def compute_is_6nd():
    """Two operations a weight and token forward, four backward; the model answer's example; and what a fixed budget leaves."""
    n = (1e22 / (6 * 20)) ** 0.5
    assert 9e9 < n < 9.3e9 and 1.8e11 < 20 * n < 1.9e11 and abs(6 * n * 20 * n / 1e22 - 1) < 1e-12
    assert 6 * 7e9 * 2e12 == 8.4e22
    assert 1e22 / (6 * 2e9) == 2 * 1e22 / (6 * 4e9)
    grid = np.geomspace(1e7, 1e13, 6001)
    sizes = [grid[_loss(grid, budget / (6 * grid)).argmin()] for budget in (1e20, 1e22)]
    assert abs(sizes[1] / sizes[0] - 10) < 0.1, "equal exponents: a hundred times the compute, ten times the size and the data"


def halving_takes_a_million_times():
    assert 2 ** (1 / 0.05) == 2**20 == 1_048_576
    assert abs(1 - 2**-0.05 - 0.034) < 0.001


def serving_shifts_the_optimum():
    """The cheapest way to one loss, counting 6ND for training and 2N for each token served."""
    n = np.geomspace(1e8, 1e12, 20001)
    rest = 2.2 - E - A * n**-POWER
    n, rest = n[rest > 0], rest[rest > 0]
    d = (B / rest) ** (1 / POWER)
    best = [int((6 * n * d + 2 * n * served).argmin()) for served in (0, 5e13)]
    assert n[best[1]] < 0.7 * n[best[0]] and d[best[1]] > 1.5 * d[best[0]]
    assert np.allclose(_loss(n[best], d[best]), 2.2)


def a_fit_without_the_floor_misleads():
    """Fitted to models of up to 1e9 parameters and asked about 1e13: a straight line on log-log axes promises too much."""
    n = np.geomspace(1e6, 1e9, 7)
    loss = E + A * n**-POWER
    slope, offset = np.polyfit(np.log(n), np.log(loss), 1)
    plain = np.exp(offset + slope * np.log(1e13))
    slope, offset = np.polyfit(np.log(n), np.log(loss - E), 1)
    floored = E + np.exp(offset + slope * np.log(1e13))
    truth = E + A * 1e13**-POWER
    assert abs(floored - truth) < 1e-9 and plain < truth - 0.3
