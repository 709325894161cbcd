"""Checks of the claims about random forests."""

import numpy as np


def bootstrap_leaves_out_a_third():
    rng = np.random.default_rng(0)
    missing = [1 - len(np.unique(rng.integers(0, 500, 500))) / 500 for _ in range(100)]
    assert abs(np.mean(missing) - np.exp(-1)) < 0.01


def _spread(rho, trees, runs=4000):
    rng = np.random.default_rng(1)
    shared = np.sqrt(rho) * rng.normal(size=(runs, 1))
    return (shared + np.sqrt(1 - rho) * rng.normal(size=(runs, trees))).mean(1).var()


def decorrelation_lowers_the_floor():
    assert _spread(0.1, 100) < 0.3 * _spread(0.6, 100)


def average_variance_formula():
    for rho, trees in [(0.5, 10), (0.2, 50)]:
        assert abs(_spread(rho, trees) - (rho + (1 - rho) / trees)) < 0.04
    assert _spread(0.5, 200) > 0.45


def _stump(x, y):
    cuts = np.unique(x)[:-1]
    left = x[:, None] <= cuts
    n = left.sum(0)
    low, high = (left * y[:, None]).sum(0) / n, (~left * y[:, None]).sum(0) / (len(y) - n)
    i = int((n * low**2 + (len(y) - n) * high**2).argmax())
    return cuts[i], low[i], high[i]


def _forest(seed, trees=120, n=80):
    """Row predictions of bagged stumps and which rows each left out."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, n)
    y = x + 0.4 * rng.normal(size=n)
    rows = rng.integers(0, n, (trees, n))
    stumps = [_stump(x[r], y[r]) for r in rows]
    out = np.array([~np.isin(np.arange(n), r) for r in rows])
    return rng, stumps, x, y, out


def _apply(stumps, x):
    return np.array([np.where(x <= c, low, high) for c, low, high in stumps])


def more_trees_never_hurt():
    rng, stumps, *_ = _forest(2)
    x = rng.uniform(-1, 1, 2000)
    votes = _apply(stumps, x)
    errors = [((votes[:b].mean(0) - x) ** 2).mean() for b in (1, 30, 120)]
    assert errors[0] > errors[1] and errors[2] < 1.1 * errors[1]


def out_of_bag_is_honest():
    rng, stumps, x, y, out = _forest(3)
    votes = _apply(stumps, x)
    oob = ((np.where(out, votes, 0).sum(0) / out.sum(0) - y) ** 2).mean()
    new = rng.uniform(-1, 1, 4000)
    test = ((_apply(stumps, new).mean(0) - new - 0.4 * rng.normal(size=4000)) ** 2).mean()
    assert abs(oob - test) < 0.3 * test


def impurity_importance_favours_many_values():
    """Two columns of noise: the one with more values offers the larger drop of squared error."""
    rng, gains = np.random.default_rng(4), []
    for _ in range(60):
        y = rng.normal(size=40)
        gains.append([])
        for x in (rng.integers(0, 2, 40), rng.random(40)):
            c, low, high = _stump(x, y)
            gains[-1].append(((y - y.mean()) ** 2).sum() - ((y - np.where(x <= c, low, high)) ** 2).sum())
    few, many = np.mean(gains, axis=0)
    assert many > 2 * few
