"""Checks of the claims about feature scaling."""

import numpy as np


def _data(seed=0, n=300):
    rng = np.random.default_rng(seed)
    x = np.c_[rng.normal(size=n), 1000 * rng.normal(size=n)]
    return x, (x[:, 0] > 0).astype(int)


def _standard(x):
    return (x - x.mean(0)) / x.std(0)


def standard_and_minmax():
    x, _ = _data()
    z, u = _standard(x), (x - x.min(0)) / (x.max(0) - x.min(0))
    assert np.allclose(z.mean(0), 0) and np.allclose(z.std(0), 1) and u.min() == 0 and u.max() == 1


def large_units_rule_distances():
    x, y = _data(1)

    def accuracy(z):
        d = ((z[:, None] - z[None]) ** 2).sum(2) + np.diag(np.full(len(z), np.inf))
        return (y[d.argmin(1)] == y).mean()

    assert accuracy(x) < 0.62 and accuracy(_standard(x)) > 0.85


def conditioning_slows_descent():
    x, _ = _data(2)
    y = x @ np.array([1.0, 0.001])

    def loss(z):
        w = np.zeros(2)
        rate = 1 / np.linalg.eigvalsh(z.T @ z / len(z)).max()
        for _ in range(100):
            w -= rate * z.T @ (z @ w - y) / len(z)
        return ((z @ w - y) ** 2).mean()

    assert loss(_standard(x)) < 0.05 < 0.5 < loss(x)


def trees_ignore_monotone_maps():
    x, y = _data(3)
    column = x[:, 0] + 0.5

    def best_partition(v):
        cuts = np.sort(v)[:-1]
        errors = [min((y[v <= c] == 0).sum() + (y[v > c] == 1).sum(), (y[v <= c] == 1).sum() + (y[v > c] == 0).sum())
                  for c in cuts]
        return v <= cuts[int(np.argmin([-abs(e - len(y) / 2) for e in errors]))]

    assert np.array_equal(best_partition(column), best_partition(np.exp(3 * column)))


def penalty_depends_on_units():
    rng = np.random.default_rng(4)
    x = rng.normal(size=(200, 2))
    y = x.sum(1) + 0.1 * rng.normal(size=200)

    def prediction(z):
        return z @ np.linalg.solve(z.T @ z + 50 * np.eye(2), z.T @ y)

    assert np.abs(prediction(x) - prediction(x * [1, 100])).max() > 0.2
    plain = [z @ np.linalg.lstsq(z, y, rcond=None)[0] for z in (x, x * [1, 100])]
    assert np.allclose(*plain)


def scaler_sees_only_training():
    train, test = np.array([0.0, 1.0, 2.0]), np.array([100.0])
    assert (test - train.mean()) / train.std() > 50 and _standard(np.r_[train, test])[-1] < 2


def outlier_squeezes_minmax():
    x = np.r_[np.random.default_rng(5).normal(size=99), 1000.0]
    squeezed = (x - x.min()) / np.ptp(x)
    low, high = np.percentile(x, [25, 75])
    assert squeezed[:99].max() < 0.01 and np.ptp(((x - np.median(x)) / (high - low))[:99]) > 2
