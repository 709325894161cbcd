"""Checks of the equations."""

import numpy as np
from snippet import depth, he


def both_shapes_have_the_variance():
    rng = np.random.default_rng(1)
    for shape in ("normal", "uniform"):
        w = he(300, 800, rng, shape=shape)
        assert np.isclose(w.var(), 2 / 300, rtol=0.02)
    assert np.isclose(np.abs(w).max(), np.sqrt(6 / 300), rtol=1e-3)


def relu_halves_the_mean_square():
    rng = np.random.default_rng(2)
    for z in (rng.normal(size=400_000), 3 * rng.laplace(size=400_000), rng.uniform(-2, 2, size=400_000)):
        assert np.isclose((np.maximum(z, 0) ** 2).mean(), z.var() / 2, rtol=0.03)
    x = np.maximum(rng.normal(size=(50, 40)), 0)  # given signals: the variance over fresh weights
    z = np.stack([x @ he(40, 1, rng).T for _ in range(4000)])
    assert np.allclose(z.var(axis=0)[:, 0], 40 * (2 / 40) * (x**2).mean(axis=1), rtol=0.15)


def depth_takes_the_ratio_to_a_power():
    """The mean over many networks; one network's product scatters about it."""
    rng = np.random.default_rng(3)
    for gain in (0.8, 1.0, 1.2):
        squares = np.mean([depth(8, 64, gain, rng, examples=4) for _ in range(600)], axis=0)
        assert np.allclose(squares / gain ** (2 * np.arange(1, 9)), 1, rtol=0.12)


def leaky_and_backward_versions():
    rng = np.random.default_rng(4)
    z = rng.normal(size=400_000)
    for slope in (0.0, 0.3, 1.0):
        assert np.isclose((np.where(z > 0, z, slope * z) ** 2).mean(), (1 + slope**2) / 2, rtol=0.01)
    squares = np.mean([depth(6, 64, 1.0, rng, examples=4, slope=0.3) for _ in range(400)], axis=0)
    assert np.allclose(squares, 1, rtol=0.12)
    grad, fan_out, fan_in = rng.normal(size=(200, 400)), 400, 100  # of the layer's output
    back = grad @ (np.sqrt(2 / fan_out) * rng.normal(size=(fan_out, fan_in)))
    back *= rng.normal(size=back.shape) > 0  # through the ReLU below, open half of the time
    assert np.isclose((back**2).mean(), (grad**2).mean(), rtol=0.05)
