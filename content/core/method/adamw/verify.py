"""Checks of the equations."""

import numpy as np
from snippet import AdamW


def decays_geometrically():
    theta, optimiser = np.array([2.0, -0.3]), AdamW(lr=0.01, decay=0.1)
    start = theta
    for t in range(1, 1001):
        theta = optimiser.step(theta, np.zeros(2))
        assert np.allclose(theta, (1 - 0.01 * 0.1) ** t * start)
    assert np.allclose(theta / start, np.exp(-1), rtol=1e-3)  # 1 / (lr decay) = 1000 steps


def same_thing_for_sgd():
    rng = np.random.default_rng(1)
    theta, grad, lr, decay = rng.normal(size=5), rng.normal(size=5), 0.3, 0.2
    assert np.allclose(theta - lr * (grad + decay * theta), (1 - lr * decay) * theta - lr * grad)


def left_over(noise, coupled, steps=2000, lr=1e-3, decay=0.5):
    """What is left of a weight of 1 whose gradients only alternate: the mean of both signs to begin with."""
    noise = np.stack([noise, -noise])
    theta, optimiser = np.ones_like(noise), AdamW(lr=lr, decay=decay, coupled=coupled)
    for t in range(steps):
        theta = optimiser.step(theta, noise * (-1) ** t)
    return theta.mean(axis=0)


def penalty_is_divided_by_the_gradient():
    noise = np.array([5.0, 10.0, 40.0])
    apart, inside = left_over(noise, coupled=False), left_over(noise, coupled=True)
    assert np.allclose(np.log(apart), -1, rtol=0.02)
    assert np.allclose(np.log(inside), -1 / noise, rtol=0.05)
