"""Checks of the claims about k-nearest neighbours."""

import numpy as np


def _predict(x, y, new, k):
    near = ((new[:, None] - x) ** 2).sum(2).argsort(1)[:, :k]
    return y[near].mean(1)


def vote_of_the_nearest():
    x, y = np.array([[0.0], [1], [2], [10]]), np.array([1.0, 1, 0, 0])
    assert np.isclose(_predict(x, y, np.array([[0.4]]), 3)[0], 2 / 3)


def k_trades_bias_for_variance():
    rng = np.random.default_rng(0)
    grid = np.linspace(0, 1, 21)[:, None]
    bias, variance = [], []
    for k in (1, 40):
        made = []
        for _ in range(80):
            x = rng.random((60, 1))
            made.append(_predict(x, np.sin(6 * x[:, 0]) + 0.4 * rng.normal(size=60), grid, k))
        bias.append(((np.mean(made, axis=0) - np.sin(6 * grid[:, 0])) ** 2).mean())
        variance.append(np.var(made, axis=0).mean())
    assert bias[0] < 0.1 * bias[1] and variance[0] > 5 * variance[1]


def all_cost_at_query():
    """Every stored row is compared with the query: rows that are dropped can change the answer."""
    x, y = np.arange(5.0)[:, None], np.array([0.0, 1, 2, 3, 4])
    assert all(_predict(x, y, x[i : i + 1], 1)[0] != _predict(np.delete(x, i, 0), np.delete(y, i), x[i : i + 1], 1)[0]
               for i in range(5))


def unscaled_feature_rules():
    rng = np.random.default_rng(1)
    x = np.c_[rng.normal(size=300), 1000 * rng.normal(size=300)]
    y = (x[:, 0] > 0).astype(float)

    def accuracy(z):
        return ((_predict(z[:200], y[:200], z[200:], 5) > 0.5) == y[200:]).mean()

    assert accuracy(x) < 0.65 and accuracy(x / x.std(0)) > 0.85


def contrast_vanishes():
    rng = np.random.default_rng(2)
    ratio = [d.max() / d.min() for d in (np.linalg.norm(rng.normal(size=(500, n)), axis=1) for n in (2, 1000))]
    assert ratio[0] > 10 and ratio[1] < 1.3


def one_nn_within_twice_bayes():
    rng = np.random.default_rng(3)
    x = np.sort(rng.random(4000))
    p = 0.2 + 0.6 * (x > 0.5)
    y = (rng.random(4000) < p).astype(float)
    error = (y[1::2] != y[::2]).mean()
    assert 0.2 < error < 2 * 0.2
