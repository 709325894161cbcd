"""Checks of the claims about cross-validation."""

import numpy as np


def _folds(n, k, rng):
    return np.array_split(rng.permutation(n), k)


def _nearest_mean(x, y, new):
    means = np.array([x[y == c].mean(0) for c in (0, 1)])
    return ((new[:, None] - means) ** 2).sum(2).argmin(1)


def _cv(x, y, k, rng, best=None):
    """Accuracy by k folds; `best` features are chosen in each training part."""
    scores = []
    for fold in _folds(len(y), k, rng):
        train = np.setdiff1d(np.arange(len(y)), fold)
        cols = _top(x[train], y[train], best) if best else slice(None)
        scores.append((_nearest_mean(x[train][:, cols], y[train], x[fold][:, cols]) == y[fold]).mean())
    return np.mean(scores)


def _top(x, y, count):
    return np.argsort(-np.abs(x[y == 1].mean(0) - x[y == 0].mean(0)))[:count]


def every_point_is_held_out_once():
    folds = _folds(23, 5, np.random.default_rng(0))
    assert sorted(np.concatenate(folds)) == list(range(23)) and {len(f) for f in folds} == {4, 5}


def averaging_steadies_the_estimate():
    rng, single, averaged = np.random.default_rng(1), [], []
    for _ in range(40):
        y = rng.permutation(np.repeat([0, 1], 25))
        x = rng.normal(size=(50, 2)) + y[:, None]
        fold = _folds(50, 5, rng)[0]
        train = np.setdiff1d(np.arange(50), fold)
        single.append((_nearest_mean(x[train], y[train], x[fold]) == y[fold]).mean())
        averaged.append(_cv(x, y, 5, rng))
    assert np.std(averaged) < 0.8 * np.std(single)


def larger_k_less_pessimistic():
    rng, few, many = np.random.default_rng(2), [], []
    for _ in range(40):
        y = rng.permutation(np.repeat([0, 1], 10))
        x = rng.normal(size=(20, 20)) + 0.5 * y[:, None]
        few.append(_cv(x, y, 2, rng))
        many.append(_cv(x, y, 10, rng))
    assert np.mean(many) > np.mean(few)


def selection_outside_leaks():
    rng = np.random.default_rng(3)
    x, y = rng.normal(size=(50, 2000)), np.repeat([0, 1], 25)
    leaky = _cv(x[:, _top(x, y, 20)], y, 5, rng)
    honest = np.mean([_cv(x, y, 5, rng, best=20) for _ in range(3)])
    assert leaky > 0.85 and abs(honest - 0.5) < 0.25


def groups_must_not_straddle():
    """One label a patient, noise otherwise: the nearest row is the same patient unless groups are kept together."""
    rng = np.random.default_rng(4)
    patient = np.repeat(np.arange(60), 5)
    x = rng.normal(size=(60, 8))[patient] + 0.1 * rng.normal(size=(300, 8))
    y = rng.integers(0, 2, 60)[patient]
    distance = ((x[:, None] - x[None]) ** 2).sum(2)
    random_split = distance + np.where(np.eye(300), np.inf, 0)
    by_group = np.where(patient[:, None] == patient[None], np.inf, distance)
    assert (y[random_split.argmin(1)] == y).mean() > 0.95 and abs((y[by_group.argmin(1)] == y).mean() - 0.5) < 0.25


def best_of_many_is_optimistic():
    rng = np.random.default_rng(5)
    y = rng.integers(0, 2, 100)
    scores = (rng.integers(0, 2, (200, 100)) == y).mean(1)
    assert scores.max() > 0.6 and abs(scores.mean() - 0.5) < 0.03
