"""Checks of the claims about the bootstrap."""

import numpy as np


def _resamples(rng, x, times=2000):
    return x[rng.integers(0, len(x), (times, len(x)))]


def resampling_repeats_rows():
    rng = np.random.default_rng(0)
    again = _resamples(rng, np.arange(50), 200)
    assert all(len(set(row)) < 50 for row in again)
    assert set(again.ravel()) == set(range(50))


def spread_is_the_standard_error():
    rng = np.random.default_rng(1)
    x = rng.normal(size=200)
    assert np.isclose(_resamples(rng, x).mean(1).std(), x.std() / 200**0.5, rtol=0.06)
    truth = np.median(rng.normal(size=(4000, 200)), axis=1).std()
    assert np.isclose(np.median(_resamples(rng, x), axis=1).std(), truth, rtol=0.35)


def sample_stands_for_population():
    """The 90 percent percentile interval of a mean covers the truth about nine times in ten."""
    rng, covered = np.random.default_rng(2), 0
    for _ in range(200):
        low, high = np.quantile(_resamples(rng, rng.exponential(size=60), 300).mean(1), [0.05, 0.95])
        covered += low < 1 < high
    assert 0.82 < covered / 200 < 0.95


def maximum_and_clusters_fail():
    rng = np.random.default_rng(3)
    x = rng.random(100)
    assert (_resamples(rng, x).max(1) == x.max()).mean() > 0.6
    groups = np.repeat(rng.normal(size=40), 25)
    rows = _resamples(rng, groups, 500).mean(1).std()
    users = _resamples(rng, groups[::25], 500).mean(1).std()
    assert users > 4 * rows


def a_third_is_left_out():
    rng = np.random.default_rng(4)
    share = np.mean([1 - len(set(row)) / 500 for row in _resamples(rng, np.arange(500), 50)])
    assert abs(share - np.exp(-1)) < 0.01
