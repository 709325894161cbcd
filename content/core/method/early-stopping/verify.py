"""Checks of the equations."""

import numpy as np
from snippet import problem, train


def returns_the_best_weights():
    curve = [5.0, 3.0, 4.0, 2.0, 2.5, 2.0, 2.1, 2.2, 1.0]
    for patience, stop, best in ((1, 2, 1), (2, 5, 3), (4, 7, 3), (5, 8, 8)):
        found, at, scores = train(lambda t: t + 1, lambda t: curve[t], 0, patience, 8)
        assert (found, at, len(scores) - 1) == (best, best, stop)


def steps_act_like_a_ridge_penalty():
    x, y, _, _ = problem(seed=1)
    hessian, slope, eta = x.T @ x / len(x), x.T @ y / len(x), 0.2
    values, vectors = np.linalg.eigh(hessian)
    along = vectors.T @ np.linalg.solve(hessian, slope)
    theta = np.zeros(30)
    for t in range(1, 301):
        theta = theta - eta * (hessian @ theta - slope)
        if t in (1, 10, 300):
            assert np.allclose(theta, vectors @ ((1 - (1 - eta * values) ** t) * along), atol=1e-6)
    for alpha in (0.01, 1.0):
        ridge = np.linalg.solve(hessian + alpha * np.eye(30), slope)
        assert np.allclose(ridge, vectors @ (values / (values + alpha) * along))


def penalty_is_one_over_the_time():
    product = np.concatenate([[0], np.logspace(-6, 6, 20_001)])  # eta lambda t
    gap = 1 - np.exp(-product) - product / (product + 1)
    assert gap.min() > -1e-12
    assert 0.2 < gap.max() < 0.21
    assert np.isclose((1 - 1e-3 * 2.0) ** 500, np.exp(-1e-3 * 2.0 * 500), rtol=2e-3)  # small rates


def best_score_is_optimistic():
    rng = np.random.default_rng(2)
    curve = 1 + 0.02 * (np.arange(30) - 12) ** 2 / 30
    noisy = curve + 0.1 * rng.normal(size=(20_000, 30))
    assert noisy.min(axis=1).mean() < curve.min() - 0.1
