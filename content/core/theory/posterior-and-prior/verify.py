"""Checks of the claims about Bayesian inference, on a coin."""

import numpy as np

GRID = (np.arange(4000) + 0.5) / 4000


def _posterior(a, b, heads, tails):
    logs = (a + heads - 1) * np.log(GRID) + (b + tails - 1) * np.log1p(-GRID)
    weight = np.exp(logs - logs.max())
    return weight / weight.sum()


def grid_matches_conjugate():
    prior = _posterior(2, 2, 0, 0)
    product = prior * GRID**7 * (1 - GRID) ** 3
    assert np.allclose(product / product.sum(), _posterior(2, 2, 7, 3))


def beta_counts_add():
    assert np.isclose(_posterior(2, 2, 7, 3) @ GRID, (2 + 7) / (4 + 10))
    assert np.allclose(_posterior(2, 2, 7, 3), _posterior(9, 5, 0, 0))


def mean_is_a_compromise():
    means = [_posterior(2, 2, 7 * k, 3 * k) @ GRID for k in (1, 10, 100)]
    assert 0.5 < means[0] < means[1] < means[2] < 0.7
    assert 0.7 - means[2] < 0.002


def predictive_is_wider():
    """The number of heads in the next ten: plug-in binomial against the average over the posterior."""
    p = _posterior(2, 2, 7, 3)
    mean = p @ GRID
    second = p @ (10 * GRID * (1 - GRID) + 100 * GRID**2)
    assert second - (10 * mean) ** 2 > 1.5 * 10 * mean * (1 - mean)


def metropolis_needs_no_constant():
    rng, at, kept = np.random.default_rng(0), 0.5, []

    def score(x):
        return 8 * np.log(x) + 4 * np.log1p(-x) if 0 < x < 1 else -np.inf

    for step, luck in zip(rng.normal(0, 0.3, 20_000), np.log(rng.random(20_000)), strict=False):
        if luck < score(at + step) - score(at):
            at += step
        kept.append(at)
    assert abs(np.mean(kept) - 9 / 14) < 0.02
