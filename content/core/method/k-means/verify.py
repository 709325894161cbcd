"""Checks of the equations."""

from itertools import product

import numpy as np
from snippet import distances, lloyd, seed


def data():
    rng = np.random.default_rng(1)
    return rng, rng.normal(size=(120, 3))


def no_step_raises_the_objective():
    rng, x = data()
    centres = x[:5]
    before = distances(x, centres).min(axis=1).sum()
    for _ in range(15):
        labels = distances(x, centres).argmin(axis=1)
        other = rng.integers(5, size=len(x))
        assert distances(x, centres)[np.arange(120), other].sum() >= before
        centres = lloyd(x, centres, rounds=1)[0]
        averaged = distances(x, centres)[np.arange(120), labels].sum()
        now = distances(x, centres).min(axis=1).sum()
        assert now <= averaged + 1e-9 <= before + 2e-9
        before = now
    fixed = lloyd(x, x[:5])[0]
    assert np.allclose(lloyd(x, fixed, rounds=1)[0], fixed)


def total_is_within_plus_between():
    _, x = data()
    centres, labels, within = lloyd(x, x[:4])
    between = (np.bincount(labels) * ((centres - x.mean(axis=0)) ** 2).sum(axis=1)).sum()
    assert np.isclose(((x - x.mean(axis=0)) ** 2).sum(), within + between)


def seeding_keeps_its_bound():
    """The expectation over two seeds is exact, and so is the optimum over all partitions in two."""
    rng, x = data()
    x = np.vstack([x[:5, :2], x[5:9, :2] + 4])
    n, square = len(x), distances(x, x)
    best = min(
        sum(((x[side] - x[side].mean(axis=0)) ** 2).sum() for side in (mask, ~mask))
        for mask in map(np.array, product((False, True), repeat=n))
        if mask.any() and not mask.all()
    )
    expected = sum(
        square[i, j] / square[i].sum() * np.minimum(square[i], square[j]).sum() / n
        for i, j in product(range(n), repeat=2)
    )
    assert best <= expected <= 8 * (np.log(2) + 2) * best
    drawn = [distances(x, seed(x, 2, rng)).min(axis=1).sum() for _ in range(4000)]
    assert np.isclose(np.mean(drawn), expected, rtol=0.05)
