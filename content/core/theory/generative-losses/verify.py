"""Checks of the claims about losses of generative models."""

import numpy as np


def _kl(p, q):
    return (p * np.log(p / q)).sum()


def likelihood_minimises_forward_kl():
    rng = np.random.default_rng(0)
    data, models = rng.dirichlet(np.ones(6)), rng.dirichlet(np.ones(6), 500)
    nll = -(data * np.log(models)).sum(1)
    kl = np.array([_kl(data, m) for m in models])
    assert np.allclose(nll - kl, -(data * np.log(data)).sum()) and nll.argmin() == kl.argmin()


def elbo_splits_into_reconstruction_and_kl():
    rng = np.random.default_rng(1)
    prior, q, given = rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(4)), rng.random(4)
    elbo = (q * np.log(prior * given / q)).sum()
    assert np.isclose(-elbo, -(q * np.log(given)).sum() + _kl(q, prior))
    assert elbo <= np.log((prior * given).sum())


def best_discriminator_gives_jensen_shannon():
    rng = np.random.default_rng(2)
    p, g = rng.dirichlet(np.ones(5), 2)
    d = p / (p + g)
    value = (p * np.log(d) + g * np.log(1 - d)).sum()
    js = (_kl(p, (p + g) / 2) + _kl(g, (p + g) / 2)) / 2
    assert np.isclose(value, 2 * js - np.log(4))
    others = rng.uniform(0.01, 0.99, (500, 5))
    assert value >= (p * np.log(others) + g * np.log(1 - others)).sum(1).max()


def denoising_learns_the_score():
    """x ~ N(0, 1) plus noise s: the best linear prediction of the noise is -s times the score of the noisy density."""
    rng = np.random.default_rng(3)
    s, x, e = 0.5, *rng.normal(size=(2, 400000))
    y = x + s * e
    slope = (y @ e) / (y @ y)
    assert abs(slope - s / (1 + s * s)) < 0.005


def squared_error_averages_the_modes():
    y = np.repeat([-1.0, 1.0], [60, 40])
    guess = np.linspace(-1, 1, 201)
    best = guess[((y[:, None] - guess) ** 2).mean(0).argmin()]
    middle = guess[np.abs(y[:, None] - guess).mean(0).argmin()]
    assert np.isclose(best, y.mean()) and np.isclose(middle, -1)
