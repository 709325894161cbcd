"""Checks of the claims about the central limit theorem."""

import numpy as np


def _means(n, draw="exponential", times=10_000, seed=0):
    return getattr(np.random.default_rng(seed), draw)(size=(times, n)).mean(1)


def _skew(x):
    z = (x - x.mean()) / x.std()
    return (z**3).mean()


def means_become_normal():
    z = (_means(100) - 1) * 10
    assert abs((abs(z) < 1).mean() - 0.683) < 0.02
    assert abs((abs(z) < 1.96).mean() - 0.95) < 0.01


def spread_falls_with_root_n():
    assert abs(_means(4).std() / _means(100).std() - 5) < 0.2


def cauchy_means_stay_cauchy():
    for n in (1, 100):
        assert abs(np.median(abs(_means(n, "standard_cauchy"))) - 1) < 0.05


def data_keep_their_shape():
    rng = np.random.default_rng(1)
    assert abs(_skew(rng.exponential(size=200_000)) - 2) < 0.2
    assert abs(_skew(_means(100))) < 0.3


def mean_converges():
    x = np.random.default_rng(2).exponential(size=400_000)
    assert abs(x[:100].mean() - 1) > abs(x.mean() - 1)
    assert abs(x.mean() - 1) < 0.01


def skew_slows_it_down():
    clicks = np.random.default_rng(3).binomial(30, 0.001, 20_000)
    assert (clicks == 0).mean() > 0.9
    assert _skew(clicks) > 3
