"""Checks of the claims about vanishing and exploding gradients."""

import numpy as np


def _norm(scale, depth, skip=0.0, n=30, seed=0):
    """Norm of a unit gradient after `depth` linear layers whose weights have standard deviation scale/sqrt(n)."""
    rng = np.random.default_rng(seed)
    g = np.ones(n) / np.sqrt(n)
    for _ in range(depth):
        g = skip * g + (rng.normal(size=(n, n)) * scale / np.sqrt(n)).T @ g
    return np.linalg.norm(g)


def gradient_is_a_product():
    assert _norm(0.5, 40) < 1e-8 and _norm(2.0, 40) > 1e8
    assert _norm(0.5, 1) > 1e8 * _norm(0.5, 40), "a rate that suits the first layer is far too large for the last"
    assert abs(np.log(_norm(0.5, 80)) / np.log(_norm(0.5, 40)) - 2) < 0.3


def early_layers_stand_still():
    last, first = _norm(0.6, 1), _norm(0.6, 30)
    assert first < 1e-4 * last and _norm(40.0, 40) > np.finfo(np.float32).max


def scaled_init_keeps_size():
    rng = np.random.default_rng(1)
    x = rng.normal(size=(50, 128))
    for _ in range(20):
        x = np.maximum(x @ rng.normal(size=(128, 128)) * np.sqrt(2 / 128), 0)
    assert 0.2 < (x**2).mean() < 5


def skip_adds_identity():
    plain, residual = _norm(0.1, 30), _norm(0.1, 30, skip=1.0)
    assert plain < 1e-20 and 0.3 < residual < 3


def clipping_keeps_direction():
    g, small = np.array([30.0, 40.0]), np.array([1e-9, 0.0])

    def clip(v):
        return v * min(1.0, 5 / np.linalg.norm(v))

    assert np.isclose(np.linalg.norm(clip(g)), 5) and np.allclose(clip(g) / 5, g / 50) and np.array_equal(clip(small), small)


def normalisation_and_gates_help():
    """Cell state c' = f c + i: the gradient over 50 steps is f^50, near 1 for a forget gate near 1."""
    assert 0.999**50 > 0.95 and 0.25**50 < 1e-30
    rng = np.random.default_rng(2)
    x = rng.normal(size=(100, 64))
    for _ in range(30):
        x = x @ rng.normal(size=(64, 64))
        x = (x - x.mean(0)) / x.std(0)
    assert np.isclose((x**2).mean(), 1)
