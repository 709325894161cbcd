"""Checks of the equations."""

import numpy as np
from snippet import LoraLinear


def setting():
    rng = np.random.default_rng(1)
    layer = LoraLinear(rng.normal(size=(7, 6)), r=2, alpha=4, rng=rng)
    return rng, layer, rng.normal(size=(5, 6))


def starts_at_the_frozen_layer():
    _, layer, x = setting()
    assert np.array_equal(layer(x), x @ layer.weight.T)


def merges_exactly():
    rng, layer, x = setting()
    layer.b = rng.normal(size=(7, 2))
    assert np.allclose(layer(x), x @ layer.merged().T)
    assert np.linalg.matrix_rank(layer.merged() - layer.weight) == 2


def gradients_and_the_zero_start():
    rng, layer, x = setting()
    grad, h = rng.normal(size=(5, 7)), 1e-6
    da, db = layer.gradients(x, grad)
    assert not da.any() and db.any()
    layer.b = rng.normal(size=(7, 2))
    da, db = layer.gradients(x, grad)
    for values, slopes in ((layer.a, da), (layer.b, db)):
        before = (grad * layer(x)).sum()
        values[1, 1] += h
        assert np.isclose(((grad * layer(x)).sum() - before) / h, slopes[1, 1], rtol=1e-4)
    layer.a, layer.b = np.zeros((2, 6)), np.zeros((7, 2))
    assert not any(slopes.any() for slopes in layer.gradients(x, grad))
