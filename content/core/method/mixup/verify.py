"""Checks of the equations."""

import numpy as np
from snippet import cross_entropy, mixup


def weights_follow_the_beta():
    """Mixing the numbers 0 and 1 shows the weights: the variance of Beta(a, a) is 1 / (4 (2a + 1))."""
    rng = np.random.default_rng(1)
    x = np.arange(200_000.0)[:, None]
    for alpha in (0.2, 1.0, 4.0):
        mixed, soft = mixup(x, np.concatenate([x, -x], axis=1), alpha, rng)
        assert np.allclose(soft[:, :1], mixed)  # inputs and labels share the weight
        weight = rng.beta(alpha, alpha, size=200_000)
        assert np.isclose(weight.mean(), 0.5, atol=0.005)
        assert np.isclose(weight.var(), 1 / (4 * (2 * alpha + 1)), rtol=0.02)
    assert (np.abs(rng.beta(0.01, 0.01, size=1000) - 0.5) > 0.49).mean() > 0.9
    assert np.allclose(np.histogram(rng.beta(1, 1, size=200_000), 10, (0, 1))[0] / 20_000, 1, rtol=0.03)


def loss_is_a_mixture():
    rng = np.random.default_rng(2)
    y, other = np.eye(5)[[1]], np.eye(5)[[4]]
    p = rng.dirichlet(np.ones(5), size=1)
    for weight in (0.0, 0.3, 0.9):
        mixed = cross_entropy(weight * y + (1 - weight) * other, np.log(p))
        assert np.isclose(mixed, weight * cross_entropy(y, np.log(p)) + (1 - weight) * cross_entropy(other, np.log(p)))


def inputs_shrink_to_the_mean():
    rng = np.random.default_rng(3)
    x = rng.normal(size=(300_000, 2)) @ np.array([[1.0, 0.6], [0.0, 2.0]]) + np.array([3.0, -1.0])
    for alpha in (0.2, 1.0, 4.0):
        mixed = mixup(x, x, alpha, rng)[0]
        assert np.allclose(mixed.mean(axis=0), x.mean(axis=0), atol=0.02)
        assert np.allclose(np.cov(mixed.T), (alpha + 1) / (2 * alpha + 1) * np.cov(x.T), atol=0.05)


def targets_are_never_certain():
    weight = np.random.default_rng(4).beta(1, 1, size=400_000)
    assert np.isclose(np.maximum(weight, 1 - weight).mean(), 0.75, atol=0.002)
