"""Checks of the equations, on distributions over a few outcomes."""

import numpy as np
from snippet import sigmoid


def distributions():
    rng = np.random.default_rng(1)
    return rng, rng.dirichlet(np.ones(6)), rng.dirichlet(np.ones(6))


def value(d, real, fake):
    return real @ np.log(d) + fake @ np.log(1 - d)


def best_discriminator():
    rng, real, fake = distributions()
    best = real / (real + fake)
    for _ in range(500):
        other = sigmoid(np.log(best / (1 - best)) + rng.normal(size=6))
        assert value(other, real, fake) < value(best, real, fake)


def value_is_a_divergence():
    _, real, fake = distributions()
    middle = (real + fake) / 2
    js = (real @ np.log(real / middle) + fake @ np.log(fake / middle)) / 2
    assert np.isclose(value(real / (real + fake), real, fake), 2 * js - np.log(4)) and js > 0
    assert np.isclose(value(np.full(6, 0.5), real, real), -np.log(4))


def saturating_and_not():
    s, h = np.linspace(-8, 8, 33), 1e-5
    saturating = (np.log(1 - sigmoid(s + h)) - np.log(1 - sigmoid(s - h))) / (2 * h)
    other = -(np.log(sigmoid(s + h)) - np.log(sigmoid(s - h))) / (2 * h)
    assert np.allclose(saturating, -sigmoid(s), atol=1e-6) and np.allclose(other, sigmoid(s) - 1, atol=1e-6)
    assert abs(saturating[0]) < 1e-3 and abs(other[0]) > 0.999
