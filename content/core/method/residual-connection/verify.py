"""Checks of the equations."""

import numpy as np
from snippet import backward, forward


def setting():
    rng = np.random.default_rng(1)
    return rng.normal(size=5), [rng.normal(size=(5, 5)) * 0.4 for _ in range(4)]


def zero_weights_are_the_identity():
    x, layers = setting()
    assert np.array_equal(forward(x, [0 * w for w in layers])[-1], x)


def output_is_a_sum():
    x, layers = setting()
    states = forward(x, layers)
    written = sum(np.tanh(w @ s) for w, s in zip(layers, states[:-1], strict=True))
    assert np.allclose(states[-1], x + written)


def jacobian_is_a_product():
    x, layers = setting()
    states, product, h = forward(x, layers), np.eye(5), 1e-6
    for w, s in zip(layers, states[:-1], strict=True):
        product = (np.eye(5) + (1 - np.tanh(w @ s) ** 2)[:, None] * w) @ product
    columns = [(forward(x + h * e, layers)[-1] - forward(x - h * e, layers)[-1]) / (2 * h) for e in np.eye(5)]
    assert np.allclose(np.array(columns).T, product, atol=1e-6)
    g = np.arange(5.0)
    assert np.allclose(backward(g, states, layers)[0], product.T @ g)
