"""Checks of the claims about families of generative models."""

import numpy as np


def chain_rule_gives_the_exact_likelihood():
    joint = np.random.default_rng(0).dirichlet(np.ones(8)).reshape(2, 2, 2)
    first = joint.sum((1, 2))
    second = joint.sum(2) / first[:, None]
    third = joint / joint.sum(2, keepdims=True)
    assert np.allclose(first[:, None, None] * second[:, :, None] * third, joint)


def elbo_is_a_lower_bound():
    """A model with a discrete latent: the bound holds for every q and is tight at the posterior."""
    rng = np.random.default_rng(1)
    joint = rng.dirichlet(np.ones(5)) * rng.random(5)
    evidence = np.log(joint.sum())
    for q in [*rng.dirichlet(np.ones(5), 50)]:
        assert (q * (np.log(joint) - np.log(q))).sum() < evidence
    posterior = joint / joint.sum()
    assert np.isclose((posterior * (np.log(joint) - np.log(posterior))).sum(), evidence)


def flow_density_by_change_of_variables():
    """x = sinh(a z) with Gaussian z: the formula integrates to one and fits the samples."""
    a = 0.7
    x = np.linspace(-60, 60, 400001)
    z = np.arcsinh(x) / a
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) / (a * np.sqrt(1 + x**2))
    assert abs(density.sum() * (x[1] - x[0]) - 1) < 1e-3
    drawn = np.sinh(a * np.random.default_rng(2).normal(size=100000))
    inside = density[np.abs(x) < 1].sum() * (x[1] - x[0])
    assert abs((np.abs(drawn) < 1).mean() - inside) < 0.01


def forward_and_reverse_kl_disagree():
    """One Gaussian for two modes: likelihood covers both, the reverse divergence picks one; no fit is best for both."""
    x = np.linspace(-8, 8, 1601)
    bell = lambda m, s: np.exp(-((x - m) ** 2) / (2 * s * s)) / s
    unit = lambda p: p / p.sum()
    data = unit(bell(-3, 0.6) + bell(3, 0.6)) + 1e-12
    grid = [(m, s) for m in np.linspace(-4, 4, 17) for s in np.linspace(0.4, 4, 19)]
    fits = [unit(bell(*g)) + 1e-12 for g in grid]
    cover = grid[int(np.argmin([(data * np.log(data / f)).sum() for f in fits]))]
    seek = grid[int(np.argmin([(f * np.log(f / data)).sum() for f in fits]))]
    assert abs(cover[0]) < 0.6 and cover[1] > 2.5 and abs(seek[0]) > 2 and seek[1] < 1
