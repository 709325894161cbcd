"""Checks of the equations."""

import numpy as np
from snippet import batch_norm


def fresh(d):
    return {"mean": np.zeros(d), "var": np.ones(d)}


def output_has_the_learned_moments():
    x = np.random.default_rng(1).normal(7, 3, size=(50, 4))
    gamma, beta = np.array([0.5, 1, 2, 3]), np.array([-1.0, 0, 1, 2])
    y = batch_norm(x, gamma, beta, fresh(4))
    assert np.allclose(y.mean(axis=0), beta)
    assert np.allclose(y.std(axis=0), gamma, rtol=1e-4)


def blind_to_the_scale_of_weights():
    rng = np.random.default_rng(2)
    x, w = rng.normal(size=(20, 5)), rng.normal(size=(5, 3))
    one, zero = np.ones(3), np.zeros(3)
    plain = batch_norm(x @ w, one, zero, fresh(3), eps=0)
    assert np.allclose(batch_norm(x @ (9 * w), one, zero, fresh(3), eps=0), plain)


def gradient_is_projected():
    rng = np.random.default_rng(3)
    x, g, h = rng.normal(size=(8, 1)), rng.normal(size=(8, 1)), 1e-5
    one, zero = np.ones(1), np.zeros(1)

    def loss(v):
        return (g * batch_norm(v, one, zero, fresh(1), eps=0)).sum()

    steps = h * np.eye(8)[:, :, None]
    grad = np.array([(loss(x + s) - loss(x - s)) / (2 * h) for s in steps])
    xhat = batch_norm(x, one, zero, fresh(1), eps=0)[:, 0]
    assert abs(grad).max() > 0.05
    assert abs(grad.sum()) < 1e-7 and abs(grad @ xhat) < 1e-7
