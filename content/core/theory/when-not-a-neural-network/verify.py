"""Checks of the claims about when simpler models are the better choice."""

import numpy as np


def _features(x, wide):
    """A random-feature network with `wide` hidden units, or the plain inputs for 0."""
    if not wide:
        return np.c_[x, np.ones(len(x))]
    rng = np.random.default_rng(9)
    return np.maximum(x @ rng.normal(size=(x.shape[1], wide)) + rng.normal(size=wide), 0)


def _error(n, wide, seeds=20):
    errors = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        x, fresh, w = rng.normal(size=(n, 5)), rng.normal(size=(200, 5)), rng.normal(size=5)
        y = x @ w + 0.5 * rng.normal(size=n)
        a = _features(x, wide)
        fit = np.linalg.lstsq(a, y, rcond=1e-8)[0]
        errors.append(np.mean((_features(fresh, wide) @ fit - fresh @ w) ** 2))
    return np.median(errors)


def few_examples_favour_the_simple_model():
    assert _error(20, 0) < 0.5 * _error(20, 100)


def linear_truth_needs_no_network():
    assert _error(400, 0, 5) <= _error(400, 100, 5)


def linear_contributions_add_up():
    rng = np.random.default_rng(0)
    x, w, b = rng.normal(size=4), rng.normal(size=4), 0.3
    assert np.isclose((x * w).sum() + b, x @ w + b)
    v, u = rng.normal(size=(4, 8)), rng.normal(size=8)
    net = lambda z: np.maximum(z @ v, 0) @ u
    alone = sum(net(x * row) for row in np.eye(4))
    assert abs(alone - net(x)) > 0.1


def network_needs_far_more_multiplications():
    layers = [100, 512, 512, 1]
    assert sum(a * b for a, b in zip(layers, layers[1:])) > 1000 * 100
