from math import erf

import numpy as np


def relu(x):
    return np.maximum(x, 0)


def leaky_relu(x, a=0.1):
    return np.where(x > 0, x, a * x)


def gelu(x):
    return x * (1 + np.vectorize(erf)(x / np.sqrt(2))) / 2


def gelu_tanh(x):
    """The usual approximation of GELU."""
    return x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))) / 2


def silu(x):
    return x / (1 + np.exp(-x))


x = np.linspace(-8, 8, 1601)
assert 1e-4 < np.abs(gelu(x) - gelu_tanh(x)).max() < 1e-3  # close, but not the same
for f in (relu, leaky_relu, gelu, silu):
    assert abs(f(np.array([20.0]))[0] - 20) < 1e-6 and f(np.zeros(1))[0] == 0
