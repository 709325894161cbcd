"""Checks of the claims about class imbalance."""

import numpy as np


def _fit(x, y, w=None, steps=25):
    """Weighted logistic regression by Newton's method; returns intercept and slope."""
    z, w, b = np.c_[np.ones(len(x)), x], np.ones(len(x)) if w is None else w, np.zeros(2)
    for _ in range(steps):
        p = 1 / (1 + np.exp(-z @ b))
        b = b + np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z, z.T @ (w * (y - p)))
    return b


def _sample(seed, n=20000, share=0.05):
    rng = np.random.default_rng(seed)
    y = (rng.random(n) < share).astype(float)
    return rng.normal(size=n) + 1.5 * y, y


def accuracy_rewards_the_majority():
    _, y = _sample(0, share=0.01)
    assert (y == 0).mean() > 0.98 and y.sum() > 0


def weighting_equals_repeating():
    x, y = _sample(1, n=2000)
    copies = np.where(y == 1, 10, 1)
    assert np.allclose(_fit(x, y, copies), _fit(np.repeat(x, copies), np.repeat(y, copies)))


def resampling_only_in_training():
    """Labels are noise: copies made before the split let the nearest neighbour look right."""
    rng = np.random.default_rng(2)
    x, y = rng.normal(size=(220, 5)), np.r_[np.zeros(200), np.ones(20)]
    rows = rng.permutation(np.r_[np.arange(200), np.repeat(np.arange(200, 220), 10)])
    train, test = rows[:200], rows[200:]
    near = ((x[test][:, None] - x[train][None]) ** 2).sum(2).argmin(1)
    assert (y[train][near] == y[test])[y[test] == 1].mean() > 0.9
    test = np.arange(0, 220, 2)
    near = ((x[test][:, None] - x[test + 1][None]) ** 2).sum(2).argmin(1)
    assert (y[test + 1][near] == y[test])[y[test] == 1].mean() < 0.5


def reweighting_shifts_probabilities():
    x, y = _sample(3)
    plain, heavy = _fit(x, y), _fit(x, y, np.where(y == 1, 19.0, 1.0))
    assert abs(heavy[0] - plain[0] - np.log(19)) < 0.15 and abs(heavy[1] - plain[1]) < 0.15
    mean = (1 / (1 + np.exp(-heavy[0] - heavy[1] * x))).mean()
    assert mean > 4 * y.mean()


def threshold_alone_recovers():
    x, y = _sample(4)
    plain, heavy = _fit(x, y), _fit(x, y, np.where(y == 1, 9.0, 1.0))

    def cost(hit):
        return 9 * ((y == 1) & ~hit).sum() + ((y == 0) & hit).sum()

    p = 1 / (1 + np.exp(-plain[0] - plain[1] * x))
    moved, weighted = cost(p > 0.1), cost(heavy[0] + heavy[1] * x > 0)
    assert abs(moved - weighted) < 0.05 * weighted and moved < 0.8 * cost(p > 0.5)


def precision_of_estimates_needs_positives():
    rng = np.random.default_rng(5)
    spread = [np.std(rng.binomial(n, 0.8, 4000) / n) for n in (20, 20, 2000)]
    assert spread[0] > 8 * spread[2]
