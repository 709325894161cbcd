"""Checks of the claims about calibration."""

import numpy as np


def _sigmoid(t):
    return 1 / (1 + np.exp(-t))


def _sample(seed=0, n=40000):
    rng = np.random.default_rng(seed)
    logit = 1.5 * rng.normal(size=n)
    return logit, (rng.random(n) < _sigmoid(logit)).astype(float)


def _ece(p, y):
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))


def calibrated_means_frequency():
    logit, y = _sample()
    near = np.abs(_sigmoid(logit) - 0.7) < 0.05
    assert abs(y[near].mean() - 0.7) < 0.03


def bins_reveal_overconfidence():
    logit, y = _sample(1)
    assert _ece(_sigmoid(logit), y) < 0.02 and _ece(_sigmoid(3 * logit), y) > 0.1


def temperature_repairs_confidence():
    logit, y = _sample(2)
    raw, grid = 3 * logit, np.linspace(1, 6, 51)
    loss = [np.logaddexp(0, np.where(y[:20000] == 1, -1, 1) * raw[:20000] / t).mean() for t in grid]
    best = grid[int(np.argmin(loss))]
    assert abs(best - 3) < 0.25 and _ece(_sigmoid(raw[20000:] / best), y[20000:]) < 0.02


def monotone_map_keeps_ranking():
    logit, y = _sample(3, 400)
    wins = [(s[y == 1][:, None] > s[y == 0]).mean() for s in (_sigmoid(logit), _sigmoid(3 * logit))]
    assert wins[0] == wins[1] and abs(_ece(_sigmoid(logit), y) - _ece(_sigmoid(3 * logit), y)) > 0.03


def expected_cost_needs_probabilities():
    """A miss costs nine false alarms: act above 0.1 on true probabilities; over-confident ones act too seldom."""
    logit, y = _sample(4)

    def cost(p):
        return (9 * y * (p <= 0.1) + (1 - y) * (p > 0.1)).mean()

    assert cost(_sigmoid(logit)) < cost(_sigmoid(3 * logit)) - 0.01


def brier_is_proper():
    p = np.linspace(0, 1, 101)
    assert np.isclose(p[(0.3 * (1 - p) ** 2 + 0.7 * p**2).argmin()], 0.3)
