"""Checks of the claims about missing values."""

import numpy as np


def _pair(seed, n=20000):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n)
    return rng, x, 0.8 * x + 0.6 * rng.normal(size=n)


def mnar_biases_what_mcar_does_not():
    rng, _, y = _pair(0)
    assert abs(y[rng.random(len(y)) < 0.5].mean() - y.mean()) < 0.03
    seen = y[rng.random(len(y)) < 1 / (1 + np.exp(2 * y))]
    assert seen.mean() < y.mean() - 0.3


def deletion_wastes_rows():
    rng = np.random.default_rng(1)
    complete = (rng.random((20000, 10)) > 0.1).all(1)
    assert abs(complete.mean() - 0.9**10) < 0.02 and complete.mean() < 0.37


def mean_imputation_shrinks():
    rng, x, y = _pair(2)
    filled = np.where(rng.random(len(y)) < 0.5, y.mean(), y)
    assert abs(filled.var() - 0.5 * y.var()) < 0.03 and np.corrcoef(x, filled)[0, 1] < np.corrcoef(x, y)[0, 1] - 0.15


def model_imputation_keeps_relations():
    rng, x, y = _pair(3)
    gone = rng.random(len(y)) < 0.5
    slope, level = np.polyfit(x[~gone], y[~gone], 1)
    noise = rng.choice((y - slope * x - level)[~gone], len(y))
    drawn = np.where(gone, slope * x + level + noise, y)
    assert abs(drawn.var() - y.var()) < 0.04 and abs(np.corrcoef(x, drawn)[0, 1] - np.corrcoef(x, y)[0, 1]) < 0.02


def indicator_carries_signal():
    rng, _, y = _pair(4)
    gone = (rng.random(len(y)) < 1 / (1 + np.exp(-3 * y))).astype(float)
    plain = np.where(gone == 1, y[gone == 0].mean(), y)
    errors = []
    for z in (np.c_[np.ones_like(y), plain], np.c_[np.ones_like(y), plain, gone]):
        errors.append(((y - z @ np.linalg.lstsq(z, y, rcond=None)[0]) ** 2).mean())
    assert errors[1] < 0.6 * errors[0]


def imputer_from_test_leaks():
    """Two rows: filling the training gap with the mean of all values writes the test value into the training data."""
    column, train = np.array([1.0, np.nan, 100.0]), np.array([True, True, False])
    honest, leaky = np.nanmean(column[train]), np.nanmean(column)
    assert honest == 1.0 and leaky > 50


def default_branch_learns():
    _, _, y = _pair(5)
    gone = y > 1
    left, right = y[(y < 0) & ~gone], y[(y >= 0) & ~gone]
    loss = [((g - g.mean()) ** 2).sum() + ((h - h.mean()) ** 2).sum() for g, h in
            ((np.r_[left, y[gone]], right), (left, np.r_[right, y[gone]]))]
    assert loss[1] < loss[0]
