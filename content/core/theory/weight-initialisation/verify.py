"""Checks of the claims about weight initialisation."""

import numpy as np


def _signal(scale, depth=30, n=64, relu=False, normalise=False, seed=0):
    """Mean square after `depth` layers with weight variance scale/n."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(64, n))
    for _ in range(depth):
        x = x @ rng.normal(size=(n, n)) * np.sqrt(scale / n)
        x = np.maximum(x, 0) if relu else x
        x = (x - x.mean(0)) / (x.std(0) + 1e-12) if normalise else x
    return (x**2).mean()


def _train(w, v, steps=50):
    """A network of two tanh units fitted to |x|; returns the first layer's weights."""
    x = np.linspace(-1, 1, 20)[:, None]
    b = np.zeros(2)
    for _ in range(steps):
        h = np.tanh(x @ w + b)
        e = h @ v - np.abs(x)
        d = (e @ v.T) * (1 - h**2)
        w, v, b = w - 0.1 * x.T @ d / 20, v - 0.1 * h.T @ e / 20, b - 0.1 * d.mean(0)
    return w, b


def equal_weights_stay_equal():
    for value in (0.0, 0.5):
        w, b = _train(np.full((1, 2), value), np.full((2, 1), value))
        assert w[0, 0] == w[0, 1] and b[0] == b[1]


def wrong_scale_dies_or_blows_up():
    assert _signal(0.25) < 1e-10 and _signal(4.0) > 1e10 and 0.1 < _signal(1.0) < 10


def xavier_keeps_variance_both_ways():
    rng = np.random.default_rng(1)
    fan_in, fan_out = 300, 500
    w = rng.normal(size=(fan_in, fan_out)) * np.sqrt(2 / (fan_in + fan_out))
    forward = (rng.normal(size=(200, fan_in)) @ w).var()
    backward = (rng.normal(size=(200, fan_out)) @ w.T).var()
    assert abs(forward - 2 * fan_in / 800) < 0.05 and abs(backward - 2 * fan_out / 800) < 0.08


def relu_needs_factor_two():
    assert 0.1 < _signal(2.0, relu=True) < 10 and _signal(1.0, relu=True) < 1e-6


def zero_biases_are_fine():
    w, _ = _train(np.array([[0.5, -0.3]]), np.array([[0.4], [0.2]]))
    assert w[0, 0] != w[0, 1]


def normalisation_forgives_scale():
    assert np.isclose(_signal(0.25, normalise=True), 1, atol=1e-3) and np.isclose(_signal(4.0, normalise=True), 1, atol=1e-3)
