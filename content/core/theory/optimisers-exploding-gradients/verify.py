"""Checks of the claims about optimisers and exploding gradients."""

import numpy as np


def momentum_beats_plain_descent():
    """A quadratic bowl of condition number 100."""
    curve = np.array([1.0, 100.0])
    def run(beta, lr):
        w, v = np.ones(2), np.zeros(2)
        for _ in range(200):
            v = beta * v + curve * w
            w = w - lr * v
        return np.linalg.norm(w)
    assert run(0.8, 0.03) < 1e-3 * run(0.0, 0.018)


def _adam(gradients, lr=0.01, b1=0.9, b2=0.999, eps=1e-12):
    m = v = 0.0
    steps = []
    for t, g in enumerate(gradients, 1):
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
        steps.append(lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps))
    return np.array(steps)


def adam_step_ignores_the_gradient_scale():
    g = np.random.default_rng(0).normal(1.0, 0.3, 100)
    assert np.allclose(_adam(g), _adam(1000 * g)) and np.isclose(_adam(g)[0], 0.01)


def _norms(gain, depth=40, n=64, slope=lambda h: np.ones_like(h), act=lambda h: h):
    rng = np.random.default_rng(1)
    h, layers = rng.normal(size=n), []
    for _ in range(depth):
        w = rng.normal(size=(n, n)) * gain / np.sqrt(n)
        layers.append((w, slope(w @ h)))
        h = act(w @ h)
    g, norms = rng.normal(size=n), []
    for w, s in reversed(layers):
        g = w.T @ (s * g)
        norms.append(np.linalg.norm(g))
    return np.array(norms), h


def product_of_jacobians_explodes():
    big, unit = _norms(1.5)[0], _norms(1.0)[0]
    assert big[-1] > 1e4 * big[0] and unit[-1] < 100 * unit[0]
    rate = np.polyfit(np.arange(40), np.log(big), 1)[0]
    assert abs(rate - np.log(1.5)) < 0.1


def clipping_and_init_tame_the_norm():
    g = np.random.default_rng(2).normal(size=50) * 100
    clipped = g * min(1, 1 / np.linalg.norm(g))
    assert np.isclose(np.linalg.norm(clipped), 1) and np.isclose(g @ clipped, np.linalg.norm(g))
    assert _norms(1.0)[0][-1] < 1e-3 * _norms(1.5)[0][-1]


def slopes_of_activations():
    t = np.linspace(-8, 8, 2001)
    s = 1 / (1 + np.exp(-t))
    assert (s * (1 - s)).max() <= 0.25 and (1 - np.tanh(t) ** 2).max() <= 1
    tanh, line = _norms(1.5, slope=lambda h: 1 - np.tanh(h) ** 2, act=np.tanh)[0], _norms(1.5)[0]
    assert tanh[-1] < 1e-3 * line[-1]
    weak = _norms(0.5, slope=lambda h: 1 - np.tanh(h) ** 2, act=np.tanh)[0]
    assert weak[-1] < 1e-6 * weak[0]


def he_initialisation_keeps_relu_variance():
    def energy(gain):
        h = _norms(gain, n=200, depth=20, act=lambda h: np.maximum(h, 0), slope=lambda h: h > 0)[1]
        return (h**2).mean()
    assert 0.2 < energy(np.sqrt(2)) < 5 and energy(1.0) < 1e-4
