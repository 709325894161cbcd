"""Checks of the equations."""

import numpy as np
from snippet import layer_norm


def each_example_stands_alone():
    rng = np.random.default_rng(1)
    x, gamma, beta = rng.normal(2, 5, size=(6, 10)), rng.normal(size=10), rng.normal(size=10)
    together = layer_norm(x, gamma, beta)
    assert np.allclose(np.stack([layer_norm(row, gamma, beta) for row in x]), together)
    plain = (together - beta) / gamma
    assert np.allclose(plain.mean(axis=1), 0) and np.allclose(plain.std(axis=1), 1, atol=1e-4)


def ignores_scale_and_shift():
    x = np.random.default_rng(2).normal(size=(4, 12))
    assert np.allclose(layer_norm(7 * x + 3, eps=0), layer_norm(x, eps=0))
    assert not np.allclose(layer_norm(-x, eps=0), layer_norm(x, eps=0))


def outputs_lie_on_a_sphere():
    x = np.random.default_rng(3).normal(5, 2, size=(9, 32))
    centred = x - x.mean(axis=1, keepdims=True)
    assert np.allclose(np.linalg.norm(centred, axis=1), np.sqrt(32) * x.std(axis=1))
    assert np.allclose(np.linalg.norm(layer_norm(x, eps=0), axis=1), np.sqrt(32))
