"""Checks of the claims about decision trees, on a small tree of squared error."""

import numpy as np


def _split(x, y):
    """(gain, feature, cut) of the split that lowers the squared error most."""
    best = (0.0, 0, 0.0)
    for j in range(x.shape[1]):
        order = np.argsort(x[:, j])
        v, t = x[order, j], y[order]
        n, left = np.arange(1, len(t)), np.cumsum(t)[:-1]
        gain = left**2 / n + (t.sum() - left) ** 2 / (len(t) - n) - t.sum() ** 2 / len(t)
        gain = np.where(v[1:] > v[:-1], gain, 0)
        if len(n) and gain.max() > best[0] + 1e-9:
            i = int(gain.argmax())
            best = (gain[i], j, (v[i] + v[i + 1]) / 2)
    return best


def _grow(x, y, depth):
    gain, j, cut = _split(x, y) if depth and len(y) > 1 else (0.0, 0, 0.0)
    if gain <= 0:
        return y.mean()
    left = x[:, j] <= cut
    return j, cut, _grow(x[left], y[left], depth - 1), _grow(x[~left], y[~left], depth - 1)


def _predict(tree, x):
    if not isinstance(tree, tuple):
        return np.full(len(x), tree)
    j, cut, low, high = tree
    return np.where(x[:, j] <= cut, _predict(low, x), _predict(high, x))


def _data(seed, n=150):
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (n, 2))
    return x, np.sin(3 * x[:, 0]) + 0.5 * rng.normal(size=n)


def best_split_lowers_impurity_most():
    x, y = _data(0)
    gain, j, cut = _split(x, y)
    total = ((y - y.mean()) ** 2).sum()
    parts = [y[x[:, j] <= cut], y[x[:, j] > cut]]
    assert np.isclose(gain, total - sum(((p - p.mean()) ** 2).sum() for p in parts)) and j == 0


def impurity_measures_agree_at_ends():
    p = np.linspace(0.001, 0.999, 999)
    gini, entropy = 2 * p * (1 - p), -p * np.log2(p) - (1 - p) * np.log2(1 - p)
    assert gini.argmax() == entropy.argmax() == 499 and np.corrcoef(gini, entropy)[0, 1] > 0.98
    y = (np.random.default_rng(0).random(500) < 0.3).astype(float)
    assert np.isclose(y.var(), y.mean() * (1 - y.mean()))


def full_tree_memorises():
    (x, y), (new, truth) = _data(0), _data(50)
    errors = {d: ((_predict(_grow(x, y, d), new) - truth) ** 2).mean() for d in (2, 99)}
    assert np.allclose(_predict(_grow(x, y, 99), x), y) and errors[2] < 0.9 * errors[99]


def small_changes_move_the_tree():
    grid = np.random.default_rng(3).uniform(-1, 1, (50, 2))
    spread = {d: np.std([_predict(_grow(*_data(s, 60), d), grid) for s in range(15)], axis=0).mean() for d in (1, 99)}
    assert spread[99] > 1.5 * spread[1]


def steps_only_and_no_scaling():
    x, y = _data(4)
    stretched = np.c_[np.exp(3 * x[:, 0]), 1000 * x[:, 1]]
    assert np.allclose(_predict(_grow(x, y, 3), x), _predict(_grow(stretched, y, 3), stretched))


def no_extrapolation():
    x = np.linspace(0, 1, 50)[:, None]
    tree = _grow(x, 2 * x[:, 0], 99)
    assert np.allclose(_predict(tree, np.array([[1.0], [5.0], [50.0]])), 2.0)
