"""Checks of the claims about batch normalisation."""

import numpy as np

EPS = 1e-5


def _norm(x, axes):
    return (x - x.mean(axes, keepdims=True)) / np.sqrt(x.var(axes, keepdims=True) + EPS)


def standardises_each_channel():
    x = np.random.default_rng(0).normal(3.0, 2.0, (32, 5, 8, 8))
    y = _norm(x, (0, 2, 3))
    assert np.allclose(y.mean((0, 2, 3)), 0, atol=1e-7)
    assert np.allclose(y.var((0, 2, 3)), 1, atol=1e-4)


def affine_can_undo():
    x = np.random.default_rng(1).normal(-1.0, 4.0, (64, 3))
    gamma, beta = np.sqrt(x.var(0) + EPS), x.mean(0)
    assert np.allclose(gamma * _norm(x, (0,)) + beta, x)


def modes_differ():
    rng = np.random.default_rng(2)
    mean, var = np.zeros(3), np.ones(3)
    for _ in range(400):
        batch = rng.normal(1.0, 2.0, (16, 3))
        mean, var = 0.95 * mean + 0.05 * batch.mean(0), 0.95 * var + 0.05 * batch.var(0, ddof=1)
    one = rng.normal(1.0, 2.0, (1, 3))
    evaluated = (one - mean) / np.sqrt(var + EPS)
    crowded = _norm(np.concatenate([one, 50 + np.zeros((7, 3))]), (0,))[:1]
    assert np.allclose(mean, 1, atol=0.5) and np.allclose(var, 4, atol=1.5)
    assert not np.allclose(evaluated, crowded, atol=0.05)


def noise_grows_as_the_batch_shrinks():
    rng = np.random.default_rng(3)
    spread = [rng.normal(size=(4000, b)).mean(1).std() for b in (2, 8, 32, 128)]
    assert spread == sorted(spread, reverse=True) and spread[0] > 7 * spread[-1]


def layer_norm_ignores_the_batch():
    x = np.random.default_rng(4).normal(size=(6, 10))
    assert np.allclose(_norm(x, (1,))[:1], _norm(x[:1], (1,)))
    assert not np.allclose(_norm(x, (0,))[:1], _norm(x[:3], (0,))[:1])


def scale_of_weights_stops_mattering():
    rng = np.random.default_rng(5)
    x, w = rng.normal(size=(256, 4)), rng.normal(size=(4, 3))
    assert np.allclose(_norm(x @ w, (0,)), _norm(x @ (10 * w), (0,)), atol=1e-4)
