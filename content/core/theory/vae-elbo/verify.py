"""Checks of the claims about the evidence lower bound."""

import numpy as np

RNG = np.random.default_rng(0)
PRIOR, GIVEN = RNG.dirichlet(np.ones(5)), RNG.random(5)
POSTERIOR = PRIOR * GIVEN / (PRIOR @ GIVEN)


def _kl(p, q):
    return (p * np.log(p / q)).sum()


def _elbo(q):
    return (q * np.log(PRIOR * GIVEN / q)).sum()


def bound_has_two_terms():
    for q in RNG.dirichlet(np.ones(5), 20):
        assert np.isclose(_elbo(q), (q * np.log(GIVEN)).sum() - _kl(q, PRIOR))


def gap_is_the_posterior_divergence():
    for q in RNG.dirichlet(np.ones(5), 20):
        assert np.isclose(np.log(PRIOR @ GIVEN) - _elbo(q), _kl(q, POSTERIOR)) and _kl(q, POSTERIOR) > 0
    assert np.isclose(_elbo(POSTERIOR), np.log(PRIOR @ GIVEN))


def reparameterised_gradient_is_right_and_quiet():
    """d/dmu of E[z²] is 2 mu; the score-function estimate is right too, but noisier."""
    mu, sigma, e = 1.5, 0.5, np.random.default_rng(1).normal(size=100000)
    z = mu + sigma * e
    path, score = 2 * z, z**2 * (z - mu) / sigma**2
    assert abs(path.mean() - 2 * mu) < 0.05 and abs(score.mean() - 2 * mu) < 0.15
    assert score.var() > 10 * path.var()


def gaussian_kl_in_closed_form():
    mu, sigma = 0.7, 0.4
    z = np.linspace(-8, 8, 40001)
    density = lambda m, s: np.exp(-((z - m) ** 2) / (2 * s * s)) / (s * np.sqrt(2 * np.pi))
    log_ratio = -((z - mu) ** 2) / (2 * sigma**2) - np.log(sigma) + z**2 / 2
    exact = (density(mu, sigma) * log_ratio).sum() * (z[1] - z[0])
    assert np.isclose(exact, 0.5 * (mu**2 + sigma**2 - np.log(sigma**2) - 1))


def a_decoder_that_needs_no_latent_wins_with_zero_kl():
    """When p(x|z) is the same for every z, any q other than the prior only pays."""
    same = np.full(5, 0.3)
    elbo = lambda q: (q * np.log(same)).sum() - _kl(q, PRIOR)
    assert all(elbo(PRIOR) > elbo(q) for q in RNG.dirichlet(np.ones(5), 50)) and _kl(PRIOR, PRIOR) == 0
