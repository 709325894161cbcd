"""Checks of the claims about learning rates."""

import numpy as np


def _descend(rate, steps=50, curvature=4.0):
    w = 1.0
    for _ in range(steps):
        w -= rate * curvature * w
    return abs(w)


def _noisy(rates, noise=1.0, seed=0, runs=500):
    rng, w = np.random.default_rng(seed), np.full(runs, 5.0)
    for rate in rates:
        w = w - rate * (w + noise * rng.normal(size=runs))
    return (w**2).mean()


def step_above_two_over_curvature_diverges():
    assert _descend(0.51) > 5 and _descend(0.4) < 1e-6 and _descend(0.001) > 0.7


def decay_removes_the_noise_floor():
    constant, decayed = np.full(300, 0.5), 0.5 / (1 + 0.5 * np.arange(300))
    assert _noisy(decayed) < 0.1 * _noisy(constant) and _noisy(constant) > 0.2


def early_adam_steps_are_erratic():
    """The first Adam step has the full size of the rate, whatever the gradient and its noise."""
    g = np.array([1e-6, 1e3])
    m, v = 0.1 * g / (1 - 0.9), 0.001 * g**2 / (1 - 0.999)
    assert np.allclose(m / np.sqrt(v), 1)


def cosine_ends_at_zero():
    t = np.linspace(0, 1, 101)
    rate = 0.5 * (1 + np.cos(np.pi * t))
    assert rate[0] == 1 and np.isclose(rate[-1], 0) and np.abs(np.diff(rate)).argmax() in (49, 50)


def noise_scales_with_rate_over_batch():
    small, large = _noisy(np.full(300, 0.05), 1.0), _noisy(np.full(300, 0.2), 0.5)
    assert abs(small / large - 1) < 0.25
