"""Checks of the equations."""

import numpy as np
from snippet import boost, predict, stump


def data(n=80):
    rng = np.random.default_rng(1)
    x = rng.normal(size=(n, 3))
    return rng, x, (x[:, 0] + x[:, 1] ** 2 + 0.3 * rng.normal(size=n) > 0.5).astype(float)


def squared(y, f):
    return f - y, np.ones_like(y)


def logistic(y, f):
    p = 1 / (1 + np.exp(-f))
    return p - y, p * (1 - p)


def negative_gradients():
    rng, _, y = data()
    f, h = rng.normal(size=len(y)), 1e-5
    losses = [(squared, lambda s: (y - s) ** 2 / 2), (logistic, lambda s: np.logaddexp(0, s) - y * s)]
    for derivatives, loss in losses:
        first, second = derivatives(y, f)
        assert np.allclose((loss(f + h) - loss(f - h)) / (2 * h), first, atol=1e-7)
        assert np.allclose((loss(f + h) - 2 * loss(f) + loss(f - h)) / h**2, second, atol=1e-4)


def leaf_value_and_gain():
    rng, x, y = data()
    g, h = logistic(y, rng.normal(size=len(y)))
    gain, feature, threshold, *values = stump(x, g, h, lam=0.7)
    side = x[:, feature] < threshold
    grid = np.linspace(-4, 4, 80_001)
    least = [g[s].sum() * grid + (h[s].sum() + 0.7) * grid**2 / 2 for s in (side, ~side, side | True)]
    for value, costs in zip(values, least[:2], strict=True):
        assert abs(grid[costs.argmin()] - value) < 1e-4
    assert np.isclose(least[2].min() - least[0].min() - least[1].min(), gain, atol=1e-6)


def one_round_of_squared_error():
    _, x, y = data()
    for rate in (0.1, 1.0, 1.7):
        fit = boost(x, y, 5, rate, squared, lam=0.0)
        f = np.zeros(len(y))
        for s in fit:
            side = x[:, s[1]] < s[2]
            drop = sum(part.sum() * (y - f)[part].mean() ** 2 for part in (side, ~side))
            before = ((y - f) ** 2).sum()
            f = f + predict([s], x, rate)
            assert np.isclose(((y - f) ** 2).sum(), before - rate * (2 - rate) * drop)
