"""Checks of the claims about bagging and boosting, with regression trees on one feature."""

import numpy as np


def _stump(x, y):
    cuts = np.unique(x)[:-1]
    left = x[:, None] <= cuts
    n = left.sum(0)
    low, high = (left * y[:, None]).sum(0) / n, (~left * y[:, None]).sum(0) / (len(y) - n)
    i = int((n * low**2 + (len(y) - n) * high**2).argmax())
    return cuts[i], low[i], high[i]


def _at(stump, x):
    return np.where(x <= stump[0], stump[1], stump[2])


def _nearest(x, y, new):
    """A deep tree in one dimension: the value of the nearest training point."""
    return y[np.abs(new[:, None] - x).argmin(1)]


GRID = np.linspace(-1.5, 1.5, 31)


def _sample(rng, n=60):
    x = rng.uniform(-2, 2, n)
    return x, np.sin(2 * x) + 0.5 * rng.normal(size=n)


def _single(fit, seed=0, runs=60):
    rng = np.random.default_rng(seed)
    made = np.array([fit(rng, *_sample(rng)) for _ in range(runs)])
    return ((made.mean(0) - np.sin(2 * GRID)) ** 2).mean(), made.var(0).mean()


def _bagged(rng, x, y, members=20):
    rows = rng.integers(0, len(x), (members, len(x)))
    return np.mean([_nearest(x[r], y[r], GRID) for r in rows], axis=0)


def _boosted(rng, x, y, rounds=20):
    f, g = np.zeros(len(x)), np.zeros(len(GRID))
    for _ in range(rounds):
        stump = _stump(x, y - f)
        f, g = f + 0.5 * _at(stump, x), g + 0.5 * _at(stump, GRID)
    return g


def average_of_independent_fits():
    rng = np.random.default_rng(0)
    rows = rng.integers(0, 400, (300, 400))
    shares = np.array([len(np.unique(r)) / 400 for r in rows])
    assert abs(shares.mean() - (1 - np.exp(-1))) < 0.01
    x, y = _sample(rng)
    alone = np.array([_bagged(rng, x, y, 1) for _ in range(40)])
    error = ((alone - np.sin(2 * GRID)) ** 2).mean()
    assert ((alone.mean(0) - np.sin(2 * GRID)) ** 2).mean() < 0.9 * error


def each_round_targets_what_is_wrong():
    """After an AdaBoost round the last learner's weighted error is exactly one half."""
    rng = np.random.default_rng(1)
    wrong, w = rng.random(50) < 0.3, np.full(50, 0.02)
    error = w[wrong].sum()
    w = np.where(wrong, w * np.sqrt((1 - error) / error), w * np.sqrt(error / (1 - error)))
    assert np.isclose(w[wrong].sum() / w.sum(), 0.5) and w[wrong].min() > 0.02


def averaging_cuts_variance_not_bias():
    bias, variance = _single(lambda r, x, y: _nearest(x, y, GRID))
    bagged_bias, bagged_variance = _single(_bagged)
    assert bagged_variance < 0.7 * variance and abs(bagged_bias - bias) < 0.05


def boosting_cuts_bias():
    bias, _ = _single(lambda r, x, y: _at(_stump(x, y), GRID))
    assert _single(_boosted, runs=30)[0] < 0.4 * bias


def label_noise_hurts_boosting():
    """Weights of a mislabelled point grow round by round; in a bootstrap sample they do not."""
    w = np.full(10, 0.1)
    for _ in range(4):
        error = w[0]
        w[0] *= (1 - error) / error if error < 0.5 else 1
        w /= w.sum()
    assert w[0] > 0.4
    counts = np.random.default_rng(2).integers(0, 10, (2000, 10))
    assert abs((counts == 0).sum(1).mean() - 1) < 0.1


def stack_weights_by_held_out_fit():
    rng = np.random.default_rng(3)
    y = rng.normal(size=400)
    base = np.c_[y + rng.normal(size=400), y + 0.5 * rng.normal(size=400)]
    w = np.linalg.lstsq(base[:200], y[:200], rcond=None)[0]
    errors = ((base[200:] - y[200:, None]) ** 2).mean(0)
    assert w[1] > w[0] > 0 and ((base[200:] @ w - y[200:]) ** 2).mean() < errors.min()
