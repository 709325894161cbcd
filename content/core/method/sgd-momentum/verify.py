"""Checks of the equations."""

import numpy as np
from snippet import Momentum, descend


def velocity_is_a_discounted_sum():
    rng, beta = np.random.default_rng(1), 0.8
    grads = rng.normal(size=(30, 4))
    optimiser, theta = Momentum(0.1, beta), np.zeros(4)
    for t, grad in enumerate(grads, 1):
        moved = optimiser.step(theta, grad)
        total = (beta ** np.arange(t - 1, -1, -1)) @ grads[:t]
        assert np.allclose(optimiser.v, total) and np.allclose(theta - moved, 0.1 * total)
        theta = moved


def steady_gradient_is_amplified():
    optimiser, grad = Momentum(0.1, 0.9), np.array([2.0, -1.0])
    for t in range(1, 301):
        optimiser.step(np.zeros(2), grad)
        assert np.allclose(optimiser.v, (1 - 0.9**t) / 0.1 * grad)
    assert np.allclose(optimiser.v, 10 * grad)


def radius(eta_lambda, beta):
    """Growth a step of (theta, previous theta): theta' = theta - eta lambda theta + beta (theta - previous)."""
    return np.abs(np.linalg.eigvals([[1 + beta - eta_lambda, -beta], [1.0, 0.0]])).max()


def stable_range():
    for beta in (0.0, 0.3, 0.9, 0.99):
        limit = 2 * (1 + beta)
        for share in (1e-3, 0.1, 0.5, 0.9, 0.999):
            assert radius(share * limit, beta) < 1
        for outside in (-0.01, 1.001 * limit, 3 * limit):
            assert radius(outside, beta) > 1
        for share, inside in ((0.99, True), (1.01, False)):  # Nesterov's limit is lower
            rate = share * limit / (1 + 2 * beta)
            ahead = np.array([[1 - rate * (1 + beta), -(beta**2)], [rate, beta]])
            assert (np.abs(np.linalg.eigvals(ahead)).max() < 1) == inside
    path = descend(Momentum(0.3, 0.9), np.array([7.0]), [1.0], 20)[:, 0]  # the matrix is that of the snippet
    previous = np.concatenate([path[:1], path[:-2]])
    assert np.allclose(path[1:], (1 + 0.9 - 0.3 * 7.0) * path[:-1] - 0.9 * previous)


def best_rates():
    for low, high in ((1.0, 10.0), (0.5, 200.0)):
        kappa, between = high / low, np.linspace(low, high, 41)
        plain = (kappa - 1) / (kappa + 1)
        momentum = (np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1)
        rate = 4 / (np.sqrt(high) + np.sqrt(low)) ** 2
        assert np.isclose(max(radius(2 / (high + low) * c, 0.0) for c in between), plain)
        assert np.isclose(max(radius(rate * c, momentum**2) for c in between), momentum, atol=1e-6)

        def worst(eta, beta, low=low, high=high):
            return max(radius(eta * low, beta), radius(eta * high, beta))

        etas = np.linspace(0.01, 3.9, 60) / high
        assert min(worst(eta, 0.0) for eta in etas) > plain - 1e-9
        assert min(worst(eta, b) for eta in etas for b in np.linspace(0, 0.98, 25)) > momentum - 1e-6
