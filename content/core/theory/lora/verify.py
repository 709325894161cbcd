"""Checks of the claims about LoRA."""

import numpy as np


def counts_parameters():
    d, k, r = 4096, 4096, 8
    a, b = np.empty((r, k)), np.empty((d, r))
    assert a.size + b.size == r * (d + k) == 65536
    assert (a.size + b.size) / (d * k) < 0.004


def saves_optimiser_state():
    """Bytes with 16-bit weights and gradients and two 32-bit Adam moments a trained weight."""
    base, adapter = 7e9, 2e7
    full = base * (2 + 2 + 8)
    lora = base * 2 + adapter * (2 + 2 + 8)
    assert lora < full / 5 and lora > base * 2


def _layer(rng):
    return rng.normal(size=(12, 10)), rng.normal(size=(3, 10)), rng.normal(size=(12, 3)), rng.normal(size=10)


def merging_changes_nothing():
    w, a, b, x = _layer(np.random.default_rng(0))
    merged = w + b @ a
    assert merged.shape == w.shape and np.allclose(w @ x + b @ (a @ x), merged @ x)
    assert np.linalg.matrix_rank(b @ a) == 3 and np.linalg.matrix_rank(w) == 10


def starts_as_the_base_model():
    w, a, b, x = _layer(np.random.default_rng(1))
    assert np.array_equal(w @ x + np.zeros_like(b) @ (a @ x), w @ x)
    slope = np.outer(np.ones(12), a @ x)
    assert np.abs(slope).max() > 0, "the gradient of B is not zero, so it leaves zero"
