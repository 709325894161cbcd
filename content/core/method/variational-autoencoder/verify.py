"""Checks of the equations, in a model whose posterior and evidence are known: z of N(0, 1), x of N(a z, s squared)."""

import numpy as np
from snippet import kl


def log_normal(x, mean, variance):
    return -((x - mean) ** 2 / variance + np.log(2 * np.pi * variance)) / 2


def elbo(x, a, s2, mu, sigma):
    """Closed form of the expected log-likelihood less the divergence."""
    expected = -((x - a * mu) ** 2 + a**2 * sigma**2) / (2 * s2) - np.log(2 * np.pi * s2) / 2
    return expected - kl(np.array([mu]), np.array([np.log(sigma)]))


def gap_is_the_posterior_divergence():
    x, a, s2 = 1.3, 2.0, 0.5
    evidence = log_normal(x, 0, a**2 + s2)
    best_mu, best_var = a * x / (a**2 + s2), s2 / (a**2 + s2)
    assert np.isclose(elbo(x, a, s2, best_mu, np.sqrt(best_var)), evidence)
    z = np.linspace(-12, 12, 200_001)
    for mu, sigma in [(0.0, 1.0), (0.4, 0.2), (1.5, 0.7)]:
        q = log_normal(z, mu, sigma**2)
        gap = (np.exp(q) * (q - log_normal(z, best_mu, best_var))).sum() * (z[1] - z[0])
        assert gap > 0 and np.isclose(evidence - elbo(x, a, s2, mu, sigma), gap)


def divergence_in_closed_form():
    z = np.linspace(-15, 15, 300_001)
    for mu, sigma in [(0.0, 1.0), (1.5, 0.4), (-2.0, 1.7)]:
        q = log_normal(z, mu, sigma**2)
        measured = (np.exp(q) * (q - log_normal(z, 0, 1))).sum() * (z[1] - z[0])
        assert np.isclose(kl(np.array([mu]), np.array([np.log(sigma)])), measured)


def reparameterised_gradient():
    """For f(z) = z squared the expectation is mu squared plus sigma squared; the score estimator is far noisier."""
    mu, sigma = 1.2, 0.5
    eps = np.random.default_rng(1).normal(size=400_000)
    z = mu + sigma * eps
    through = np.stack([2 * z, 2 * z * eps])
    score = z**2 * np.stack([eps / sigma, (eps**2 - 1) / sigma])
    for estimate in (through, score):
        assert np.allclose(estimate.mean(axis=1), [2 * mu, 2 * sigma], atol=0.05)
    assert (through.var(axis=1) * 4 < score.var(axis=1)).all()
