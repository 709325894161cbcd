"""Checks of the equations."""

import numpy as np
from snippet import noisy_quadratic, rate


def rises_then_falls_to_the_floor():
    rates = rate(np.arange(121), total=100, warmup=10, peak=0.8, floor=0.2)
    assert np.allclose(np.diff(rates[:10]), 0.08)
    assert np.isclose(rates[0], 0.08)
    assert np.allclose(rates[[9, 10]], 0.8)
    assert (np.diff(rates[10:101]) < 0).all()
    assert np.isclose(rates[55], 0.5)
    assert np.allclose(rates[100:], 0.2)
    assert np.isclose(rate(0, 100, 0, 0.8), 0.8)


def mean_and_steepest_slope():
    t = np.linspace(10, 100, 100_001)
    rates = rate(t, total=100, warmup=10, peak=0.8, floor=0.2)
    assert np.isclose(((rates[1:] + rates[:-1]) / 2).mean(), 0.5)
    slope = np.abs(np.diff(rates) / np.diff(t))
    assert np.isclose(slope.max(), np.pi / 2 * 0.6 / 90)
    assert abs(t[slope.argmax()] - 55) < 0.1


def noise_floor_of_a_constant_rate():
    for eta, curvature, noise in ((0.3, 1.0, 1.0), (0.05, 2.0, 0.5), (1.5, 1.2, 2.0)):
        level = noisy_quadratic(np.full(2000, eta), curvature, noise)[-1]
        assert np.isclose(level, eta * noise**2 / (curvature * (2 - eta * curvature)))
    rng, theta = np.random.default_rng(1), np.full(40_000, 5.0)
    for _ in range(40):
        theta -= 0.3 * (theta + rng.normal(size=theta.size))
    assert np.isclose((theta**2).mean(), 0.3 / 1.7, rtol=0.03)
