"""Checks of the equations."""

import numpy as np
from snippet import Adam


def first_step_is_the_sign():
    grad = np.array([1e-3, -5.0, 400.0])
    assert np.allclose(Adam(lr=0.1).step(np.zeros(3), grad), -0.1 * np.sign(grad), rtol=1e-4)


def correction_removes_the_bias():
    rng = np.random.default_rng(1)
    adam = Adam()
    for t in range(1, 6):
        adam.step(np.zeros(100_000), rng.normal(2.0, 1.0, size=100_000))
        assert np.isclose(adam.m.mean(), (1 - 0.9**t) * 2.0, rtol=0.01)


def blind_to_the_scale_of_the_loss():
    grads = np.random.default_rng(2).normal(size=(20, 4))
    plain, scaled = Adam(eps=0), Adam(eps=0)
    a = b = np.ones(4)
    for g in grads:
        a, b = plain.step(a, g), scaled.step(b, 1000 * g)
    assert np.allclose(a, b) and not np.allclose(a, 1)
