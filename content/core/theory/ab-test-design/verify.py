"""Checks of the claims about A/B tests."""

import numpy as np


def randomisation_removes_confounding():
    rng = np.random.default_rng(0)
    zeal = rng.normal(size=200_000)
    chosen, tossed = zeal + rng.normal(size=len(zeal)) > 0, rng.random(len(zeal)) < 0.5
    outcome = zeal + rng.normal(size=len(zeal))
    gaps = [outcome[g].mean() - outcome[~g].mean() for g in (chosen, tossed)]
    assert gaps[0] > 0.5
    assert abs(gaps[1]) < 0.03


def many_metrics_find_something():
    z = np.random.default_rng(1).normal(size=(20_000, 10))
    assert abs((abs(z) > 1.96).any(1).mean() - (1 - 0.95**10)) < 0.02


def sixteen_rule_gives_power():
    rng, sigma = np.random.default_rng(2), 2.0
    sizes = []
    for delta in (0.5, 0.25):
        n = round(16 * sigma**2 / delta**2)
        sizes.append(n)
        gap = delta + sigma * (2 / n) ** 0.5 * rng.normal(size=20_000)
        assert abs((abs(gap) > 1.96 * sigma * (2 / n) ** 0.5).mean() - 0.8) < 0.02
    assert sizes[1] == 4 * sizes[0]


def peeking_inflates_errors():
    day = np.random.default_rng(3).normal(size=(20_000, 14)).cumsum(1) / np.arange(1, 15) ** 0.5
    assert (abs(day) > 1.96).any(1).mean() > 0.18
    assert abs((abs(day[:, -1]) > 1.96).mean() - 0.05) < 0.01


def ratio_mismatch_is_detectable():
    n = 20_000
    assert (0.52 - 0.5) / (0.25 / n) ** 0.5 > 5
    fair = np.random.default_rng(4).binomial(n, 0.5, 5000) / n
    assert abs(fair - 0.5).max() < 0.02


def past_data_reduce_variance():
    rng = np.random.default_rng(5)
    before = rng.normal(size=50_000)
    after = 0.8 * before + 0.6 * rng.normal(size=50_000)
    slope = np.cov(before, after)[0, 1] / before.var()
    adjusted = after - slope * (before - before.mean())
    assert np.isclose(adjusted.mean(), after.mean())
    assert adjusted.var() < 0.4 * after.var()
