"""Checks of the claims about k-means."""

import numpy as np


def _run(x, centres, steps=30):
    costs = []
    for _ in range(steps):
        d = ((x[:, None] - centres) ** 2).sum(2)
        label = d.argmin(1)
        costs.append(d.min(1).sum())
        centres = np.array([x[label == c].mean(0) if (label == c).any() else centres[c] for c in range(len(centres))])
    return label, centres, costs


def steps_never_raise_the_cost():
    x = np.random.default_rng(0).normal(size=(200, 2))
    assert np.all(np.diff(_run(x, x[:5])[2]) <= 1e-9)


def mean_minimises_squares():
    x = np.random.default_rng(1).normal(size=(50, 2))
    best = ((x - x.mean(0)) ** 2).sum()
    assert all(((x - x.mean(0) - d) ** 2).sum() > best for d in 0.1 * np.eye(2))


def bad_start_stays_bad():
    corners = np.array([[0.0, 0], [0, 1], [10, 0], [10, 1]])
    bad, good = _run(corners, corners[[0, 1]]), _run(corners, corners[[0, 2]])
    assert bad[2][-1] > 50 * good[2][-1]


def long_clusters_are_cut():
    rng = np.random.default_rng(2)
    truth = np.repeat([0, 1], 150)
    x = np.c_[rng.normal(size=300) * 10, rng.normal(size=300) * 0.3 + 3 * truth]
    label = min((_run(x, x[rng.choice(300, 2, False)]) for _ in range(5)), key=lambda r: r[2][-1])[0]
    assert abs((label == truth).mean() - 0.5) < 0.1


def inertia_always_falls_with_k():
    x = np.random.default_rng(3).normal(size=(60, 2))
    centres, costs = x[:1], []
    for _ in range(8):
        _, centres, history = _run(x, centres)
        costs.append(history[-1])
        far = ((x[:, None] - centres) ** 2).sum(2).min(1).argmax()
        centres = np.r_[centres, x[far : far + 1]]
    assert np.all(np.diff(costs) < 0) and _run(x, x)[2][-1] == 0


def one_outlier_drags_the_mean():
    x = np.r_[np.zeros(9), 100.0]
    assert x.mean() == 10 and np.median(x) == 0
