"""Checks of the claims about Lagrange multipliers."""

import numpy as np

ANGLE = np.linspace(0, 2 * np.pi, 200_001)


def _best(a, b, radius=1.0):
    """The maximum of ax + by on a circle, by search."""
    x, y = radius * np.cos(ANGLE), radius * np.sin(ANGLE)
    k = (a * x + b * y).argmax()
    return np.array([x[k], y[k]]), a * x[k] + b * y[k]


def gradients_are_parallel():
    point, _ = _best(3, 4)
    assert abs(3 * point[1] - 4 * point[0]) < 1e-3


def lagrangian_is_stationary():
    """Maximise xAx on the unit sphere: the stationary points are eigenvectors, the multipliers eigenvalues."""
    b = np.random.default_rng(0).normal(size=(3, 3))
    a, step = b + b.T, 1e-5
    values, vectors = np.linalg.eigh(a)

    def lagrangian(x, m):
        return x @ a @ x - m * (x @ x - 1)

    for m, v in zip(values, vectors.T, strict=False):
        slopes = [(lagrangian(v + step * e, m) - lagrangian(v - step * e, m)) / (2 * step) for e in np.eye(3)]
        assert np.allclose([*slopes, v @ v - 1], 0, atol=1e-6)


def multiplier_is_a_price():
    """Maximum of 3x + 4y with x² + y² = c is 5 sqrt(c): its slope at c = 1 is the multiplier 5/2."""
    slope = (_best(3, 4, 1.01**0.5)[1] - _best(3, 4, 0.99**0.5)[1]) / 0.02
    point, _ = _best(3, 4)
    assert np.allclose([3, 4], slope * 2 * point, atol=1e-2)


def slack_constraints_cost_nothing():
    grid = np.linspace(-3, 3, 60_001)
    cost = (grid - 1) ** 2
    least = {c: cost[grid <= c].min() for c in (0.5, 0.51, 2.0, 2.01)}
    assert least[2.0] == least[2.01]
    assert np.isclose((least[0.51] - least[0.5]) / 0.01, -1, atol=0.02)


def maximum_entropy_is_softmax():
    rng, score = np.random.default_rng(1), np.array([0.3, 1.0, -0.5, 2.0])
    p = np.exp(score) / np.exp(score).sum()
    entropy = -(p * np.log(p)).sum()
    away = np.linalg.svd(np.stack([np.ones(4), score]))[2][2:]
    for _ in range(100):
        q = p + 0.02 * rng.normal(size=2) @ away
        assert np.isclose(q @ score, p @ score)
        assert -(q * np.log(q)).sum() <= entropy
