"""Checks of the claims about data leakage."""

import numpy as np


def _nearest(x, y, new):
    return y[((new[:, None] - x[None]) ** 2).sum(2).argmin(1)]


def leaked_target_looks_perfect():
    """A column that equals the label offline and is unknown (zero) when the model is used."""
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(400, 3)), rng.integers(0, 2, 400)
    z = np.c_[x, 9 * y]
    assert (_nearest(z[:200], y[:200], z[200:]) == y[200:]).mean() > 0.99
    live = np.c_[x[200:], np.zeros(200)]
    assert (_nearest(z[:200], y[:200], live) == y[200:]).mean() < 0.65


def proxy_recorded_after_outcome():
    rng = np.random.default_rng(1)
    cause = rng.normal(size=5000)
    y = (cause + rng.normal(size=5000) > 0).astype(int)
    closing_calls = y * rng.poisson(3, 5000)
    assert ((closing_calls > 0) == y).mean() > 0.95 > ((cause > 0) == y).mean()


def preprocessing_on_all_data():
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=(60, 3000)), np.tile([0, 1], 30)

    def accuracy(rows):
        gap = np.abs(x[rows][y[rows] == 1].mean(0) - x[rows][y[rows] == 0].mean(0))
        cols = np.argsort(-gap)[:20]
        return (_nearest(x[:40, cols], y[:40], x[40:, cols]) == y[40:]).mean()

    assert accuracy(np.arange(60)) > accuracy(np.arange(40)) + 0.15


def shuffled_time_looks_easy():
    """A random walk: neighbours in time on both sides make a shuffled split easy, the future stays hard."""
    walk = np.cumsum(np.random.default_rng(3).normal(size=600))
    t = np.arange(600.0)
    test = np.zeros(600, bool)
    test[np.random.default_rng(4).permutation(600)[:120]] = True
    shuffled = np.abs(_nearest(t[~test][:, None], walk[~test], t[test][:, None]) - walk[test]).mean()
    later = np.abs(walk[480:] - walk[479]).mean()
    assert shuffled < 0.5 * later


def suspicious_single_feature():
    rng = np.random.default_rng(5)
    y = rng.integers(0, 2, 3000)
    x = rng.normal(size=(3000, 6)) + 0.3 * y[:, None]
    x[:, 2] = y + 0.05 * rng.normal(size=3000)
    strength = np.abs([np.corrcoef(c, y)[0, 1] for c in x.T])
    assert strength.argmax() == 2 and strength[2] > 5 * np.delete(strength, 2).max()


def split_first_is_honest():
    """Selecting among noise features inside the training part leaves a chance score."""
    rng, scores = np.random.default_rng(6), []
    for _ in range(20):
        x, y = rng.normal(size=(60, 500)), np.tile([0, 1], 30)
        cols = np.argsort(-np.abs(x[:40][y[:40] == 1].mean(0) - x[:40][y[:40] == 0].mean(0)))[:20]
        scores.append((_nearest(x[:40, cols], y[:40], x[40:, cols]) == y[40:]).mean())
    assert abs(np.mean(scores) - 0.5) < 0.08
