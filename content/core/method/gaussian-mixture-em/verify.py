"""Checks of the equations."""

import numpy as np
from snippet import em, log_joint


def setting():
    rng = np.random.default_rng(1)
    x = np.vstack([rng.normal(size=(60, 2)), rng.normal(size=(40, 2)) * [0.5, 2] + 2])
    return rng, x, np.array([0.3, 0.7]), np.array([[-1.0, 0.5], [1.5, 1.0]]), [np.eye(2), 2 * np.eye(2)]


def m_step_is_the_maximum():
    """Any other parameters give the same responsibilities a smaller expected log-likelihood."""
    rng, x, weights, means, covs = setting()
    w, m, c, share, _ = em(x, weights, means, covs, 1, floor=0)
    best = (share * log_joint(x, w, m, c)).sum()
    for _ in range(200):
        tilt = w * np.exp(0.1 * rng.normal(size=2))
        stretch = [a @ b @ a.T for b in c for a in [np.eye(2) + 0.1 * rng.normal(size=(2, 2))]]
        other = log_joint(x, tilt / tilt.sum(), m + 0.1 * rng.normal(size=(2, 2)), stretch)
        assert (share * other).sum() < best


def bound_is_the_likelihood_less_a_divergence():
    rng, x, weights, means, covs = setting()
    joint = log_joint(x, weights, means, covs)
    evidence = np.logaddexp.reduce(joint, axis=1)
    posterior = np.exp(joint - evidence[:, None])
    q = rng.dirichlet([1, 1], size=len(x))
    bound = (q * (joint - np.log(q))).sum(axis=1)
    divergence = (q * np.log(q / posterior)).sum(axis=1)
    assert np.allclose(evidence, bound + divergence) and (divergence >= 0).all()
    trace = em(x, weights, means, covs, 40, floor=0)[-1]
    assert (np.diff(trace) >= -1e-9).all() and trace[-1] > trace[0] + 1


def small_variance_gives_k_means():
    _, x, _, means, _ = setting()
    nearest = ((x[:, None] - means) ** 2).sum(axis=2).argmin(axis=1)
    for weights in ([0.5, 0.5], [0.1, 0.9]):
        share = em(x, weights, means, [1e-6 * np.eye(2)] * 2, 1)[3]
        assert np.allclose(share, np.eye(2)[nearest], atol=1e-6)
