"""Checks of the claims about activation functions."""

from math import erf, sqrt

import numpy as np


def _sigmoid(t):
    return 1 / (1 + np.exp(-t))


def linear_layers_collapse():
    rng = np.random.default_rng(0)
    a, b, x = rng.normal(size=(4, 5)), rng.normal(size=(5, 3)), rng.normal(size=(20, 4))
    target = np.abs(x[:, 0])
    hidden = np.c_[np.maximum(x[:, 0], 0), np.maximum(-x[:, 0], 0)]
    assert np.allclose((x @ a) @ b, x @ (a @ b)) and np.allclose(hidden.sum(1), target)


def sigmoid_slope_at_most_quarter():
    t = np.linspace(-20, 20, 4001)
    slope = _sigmoid(t) * (1 - _sigmoid(t))
    assert np.isclose(slope.max(), 0.25) and slope[0] < 1e-8 and (1 - np.tanh(20.0) ** 2) < 1e-8


def relu_passes_gradient_unchanged():
    t, h = np.array([-3.0, -0.1, 0.1, 50.0]), 1e-6
    slope = (np.maximum(t + h, 0) - np.maximum(t - h, 0)) / (2 * h)
    assert np.allclose(slope, [0, 0, 1, 1])


def dead_unit_gets_no_gradient():
    x = np.random.default_rng(1).normal(size=500)
    pre = x - 10
    plain, leaky = (pre > 0) * x, np.where(pre > 0, 1, 0.01) * x
    assert abs(plain).max() == 0 and abs(leaky).mean() > 0.005


def gelu_is_input_times_normal_cdf():
    cdf = np.array([0.5 * (1 + erf(t / sqrt(2))) for t in (-6.0, 0.0, 1.0, 6.0)])
    value = np.array([-6.0, 0.0, 1.0, 6.0]) * cdf
    assert np.allclose(value, [0, 0, 0.8413, 6], atol=1e-3)


def outputs_match_the_target():
    z = np.array([2.0, -1.0, 0.5])
    p = np.exp(z) / np.exp(z).sum()
    two = np.exp([1.3, 0.0]) / np.exp([1.3, 0.0]).sum()
    assert np.isclose(p.sum(), 1) and np.isclose(two[0], _sigmoid(1.3))
