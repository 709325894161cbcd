"""Checks of the equations."""

import numpy as np
from snippet import layer_norm, rms_norm, rms_norm_backward


def root_mean_square_becomes_one():
    rng = np.random.default_rng(1)
    x, gamma = rng.normal(4, 9, size=(6, 10)), rng.normal(size=10)
    out = rms_norm(x, gamma, eps=0)
    assert np.allclose([sum((v / g) ** 2 for v, g in zip(row, gamma)) / 10 for row in out], 1)
    assert np.allclose(np.linalg.norm(rms_norm(x, eps=0), axis=1), np.sqrt(10))
    assert np.allclose(out / gamma * np.linalg.norm(x, axis=1, keepdims=True) / np.sqrt(10), x)  # the same direction


def forgets_scale_keeps_shift():
    x = np.random.default_rng(2).normal(size=(4, 12))
    assert np.allclose(rms_norm(50 * x, eps=0), rms_norm(x, eps=0))
    assert not np.allclose(rms_norm(x + 3, eps=0), rms_norm(x, eps=0))
    assert np.allclose(layer_norm(x + 3, eps=0), layer_norm(x, eps=0))


def layer_norm_centres_first():
    x = np.random.default_rng(3).normal(5, 2, size=(7, 9))
    usual = (x - x.mean(axis=1, keepdims=True)) / np.sqrt(x.var(axis=1, keepdims=True) + 1e-6)
    assert np.allclose(layer_norm(x), usual)
    centred = x - x.mean(axis=1, keepdims=True)
    assert np.allclose(rms_norm(centred), usual) and not np.allclose(rms_norm(x), usual)


def gradient_is_orthogonal():
    rng, h = np.random.default_rng(4), 1e-6
    x, gamma = rng.normal(2, 3, size=8), rng.normal(size=8)
    r = np.sqrt((x**2).mean())
    wanted = (np.eye(8) - np.outer(x / r, x / r) / 8) / r
    measured = np.stack([(rms_norm(x + h * e, eps=0) - rms_norm(x - h * e, eps=0)) / (2 * h) for e in np.eye(8)], axis=1)
    assert np.allclose(measured, wanted, atol=1e-7) and np.allclose(wanted @ x, 0)
    grad = rng.normal(size=8)
    dx, dgamma = rms_norm_backward(grad, x, gamma, eps=0)
    assert np.allclose(dx, wanted.T @ (grad * gamma)) and np.allclose(dgamma, grad * x / r)
    assert np.isclose(np.linalg.norm(rms_norm_backward(grad, 10 * x, gamma, eps=0)[0]), np.linalg.norm(dx) / 10)
