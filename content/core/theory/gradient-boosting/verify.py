"""Checks of the claims about gradient boosting, with stumps on one feature."""

import numpy as np


def _stump(x, y):
    cuts = np.unique(x)[:-1]
    left = x[:, None] <= cuts
    n = left.sum(0)
    low, high = (left * y[:, None]).sum(0) / n, (~left * y[:, None]).sum(0) / (len(y) - n)
    i = int((n * low**2 + (len(y) - n) * high**2).argmax())
    return cuts[i], low[i], high[i]


def _boost(seed, rounds, rate, n=60):
    """Training and test mean squared error after each round."""
    rng = np.random.default_rng(seed)
    x, new = rng.uniform(-2, 2, n), rng.uniform(-2, 2, 1000)
    y, truth = np.sin(2 * x) + 0.5 * rng.normal(size=n), np.sin(2 * new)
    f, g, history = np.zeros(n), np.zeros(1000), []
    for _ in range(rounds):
        c, low, high = _stump(x, y - f)
        f, g = f + rate * np.where(x <= c, low, high), g + rate * np.where(new <= c, low, high)
        history.append((((y - f) ** 2).mean(), ((truth - g) ** 2).mean()))
    return np.array(history)


def additive_steps_lower_the_loss():
    assert np.all(np.diff(_boost(0, 60, 0.3)[:, 0]) <= 1e-12)


def residual_is_negative_gradient():
    y, f, h = np.array([1.0, -2.0, 0.5]), np.array([0.3, 0.1, 2.0]), 1e-6
    for i in range(3):
        step = h * np.eye(3)[i]
        slope = (((y - f - step) ** 2 / 2).sum() - ((y - f + step) ** 2 / 2).sum()) / (2 * h)
        assert np.isclose(-slope, (y - f)[i])


def smaller_steps_need_more_trees():
    fast, slow = (np.mean([_boost(s, 80, rate) for s in range(4)], axis=0) for rate in (1.0, 0.2))
    assert slow[4, 0] > fast[4, 0] and slow[:, 1].min() < fast[:, 1].min()


def too_many_rounds_overfit():
    history = np.mean([_boost(s, 250, 0.6) for s in range(2)], axis=0)
    assert history[-1, 0] < 0.8 * history[:, 0].mean() and history[-1, 1] > 1.5 * history[:, 1].min()


def stumps_together_bend():
    history = _boost(3, 40, 0.3)
    assert history[:, 1].min() < 0.4 * history[0, 1]


def newton_leaf_value():
    g, h, penalty = np.array([0.4, -1.2, 0.3]), np.array([0.2, 0.25, 0.1]), 0.7
    values = np.linspace(-3, 3, 60001)
    objective = g.sum() * values + (h.sum() + penalty) * values**2 / 2
    assert abs(values[objective.argmin()] + g.sum() / (h.sum() + penalty)) < 1e-4
