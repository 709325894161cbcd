"""Checks of the claims about Gaussian mixtures in one dimension."""

import numpy as np


def _densities(x, w, m, v):
    return w * np.exp(-((x[:, None] - m) ** 2) / (2 * v)) / np.sqrt(2 * np.pi * v)


def _em(x, m, steps=40):
    w, v, history = np.full(len(m), 1 / len(m)), np.full(len(m), x.var()), []
    for _ in range(steps):
        d = _densities(x, w, m, v)
        history.append(np.log(d.sum(1)).sum())
        r = d / d.sum(1, keepdims=True)
        n = r.sum(0)
        w, m = n / len(x), r.T @ x / n
        v = (r * (x[:, None] - m) ** 2).sum(0) / n
    return w, m, v, np.array(history)


def _data(seed=0, n=1500):
    rng = np.random.default_rng(seed)
    z = (rng.random(n) < 0.7).astype(int)
    return np.where(z == 1, rng.normal(3, 1, n), rng.normal(-2, 0.5, n)), z


TRUE = np.array([0.3, 0.7]), np.array([-2.0, 3.0]), np.array([0.25, 1.0])


def density_is_weighted_sum():
    grid = np.linspace(-10, 12, 20001)
    assert np.isclose(_densities(grid, *TRUE).sum() * (grid[1] - grid[0]), 1, atol=1e-4)
    w, m, v, _ = _em(_data()[0], np.array([-1.0, 1.0]))
    assert np.allclose(w, TRUE[0], atol=0.05) and np.allclose(m, TRUE[1], atol=0.15)


def responsibilities_are_posteriors():
    x, z = _data(1, 200000)
    w, m, v = TRUE[0], np.array([-2.0, 3.0]), TRUE[2]
    near = np.abs(x + 0.3) < 0.1
    d = _densities(x[near], w, m, v)
    assert abs((d[:, 1] / d.sum(1)).mean() - (z[near] == 1).mean()) < 0.1


def m_step_is_weighted_mle():
    rng = np.random.default_rng(2)
    x, r = rng.normal(size=100), rng.random(100)
    best = (r * x).sum() / r.sum()
    cost = [(r * (x - c) ** 2).sum() for c in (best - 0.01, best, best + 0.01)]
    assert cost[1] < min(cost[0], cost[2])


def likelihood_never_falls():
    x, _ = _data(3)
    good, stuck = _em(x, np.array([-1.0, 1.0]))[3], _em(x, np.array([1.0, 1.0]))[3]
    assert np.all(np.diff(good) > -1e-6) and good[-1] > stuck[-1] + 100


def small_variance_limit_is_kmeans():
    x = np.linspace(-4, 4, 50)
    d = _densities(x, np.array([0.5, 0.5]), np.array([-1.0, 2.0]), np.array([0.02, 0.02]))
    share = (d / (d.sum(1, keepdims=True) + 1e-300))[:, 1]
    nearest = np.abs(x - 2) < np.abs(x + 1)
    sure = d.sum(1) > 1e-200
    assert np.abs(share - nearest)[sure].max() < 1e-2


def variance_collapse_is_unbounded():
    x, _ = _data(4)
    values = []
    for v in (1e-2, 1e-8, 1e-14):
        d = _densities(x, np.array([0.5, 0.5]), np.array([x[0], x.mean()]), np.array([v, x.var()]))
        values.append(np.log(d.sum(1)).sum())
    assert values[2] > values[1] + 5 and np.log(_densities(x[:1], 0.5, x[:1], np.array([1e-300])))[0, 0] > 300
