"""Checks of the equations."""

import numpy as np
from snippet import gelu, leaky_relu, relu, silu


def slope(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


def relu_gates_and_scales():
    x = np.random.default_rng(1).normal(size=500)
    assert np.allclose(slope(relu, x), x > 0)
    for a in (0.01, 3.0, 1e4):
        assert np.allclose(relu(a * x), a * relu(x))
    assert not np.allclose(relu(-x), -relu(x))


def leaky_never_stops_the_gradient():
    x = np.random.default_rng(2).normal(size=500)
    for a in (0.01, 0.3, 0.9):
        assert np.array_equal(leaky_relu(x, a), np.maximum(x, a * x))
        assert np.allclose(leaky_relu(x, a), relu(x) - a * relu(-x))
        assert np.allclose(slope(lambda v, a=a: leaky_relu(v, a), x), np.where(x > 0, 1, a))


def smooth_gates_are_probabilities():
    rng = np.random.default_rng(3)
    gauss, logistic = rng.normal(size=400_000), rng.logistic(size=400_000)
    for x in (-2.0, -0.5, 0.7, 1.5):
        assert abs(gelu(np.array([x]))[0] - x * (gauss < x).mean()) < 0.005
        assert abs(silu(np.array([x]))[0] - x * (logistic < x).mean()) < 0.005


def smooth_ones_dip_below_zero():
    x = np.linspace(-5, 6, 2201)
    s = 1 / (1 + np.exp(-x))
    assert np.allclose(slope(silu, x), s * (1 + x * (1 - s)), atol=1e-6)
    for f, least in ((silu, -0.278), (gelu, -0.170)):
        values = f(x)
        at = values.argmin()
        assert abs(values[at] - least) < 5e-4
        assert (np.diff(values[: at + 1]) <= 0).all()
        assert (np.diff(values[at:]) > 0).all()
