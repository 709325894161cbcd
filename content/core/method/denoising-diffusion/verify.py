"""Checks of the equations."""

import numpy as np
from snippet import ALPHA_BAR, BETA, backward, best_noise, noised


def steps_compose():
    """A step maps mean m and variance v to sqrt(1 - beta) m and (1 - beta) v + beta."""
    mean, variance = 1.0, 0.0
    for t, beta in enumerate(BETA):
        mean, variance = np.sqrt(1 - beta) * mean, (1 - beta) * variance + beta
        assert np.isclose(mean, np.sqrt(ALPHA_BAR[t])) and np.isclose(variance, 1 - ALPHA_BAR[t])
    assert ALPHA_BAR[-1] < 0.01


def noise_is_the_score():
    x, h = np.linspace(-2.5, 2.5, 11), 1e-5

    def log_density(x, t):
        m, v = np.sqrt(ALPHA_BAR[t]), 1 - ALPHA_BAR[t]
        return np.logaddexp(-((x - m) ** 2) / (2 * v), -((x + m) ** 2) / (2 * v))

    for t in (20, 80, 150):
        score = (log_density(x + h, t) - log_density(x - h, t)) / (2 * h)
        assert np.allclose(best_noise(x, t), -np.sqrt(1 - ALPHA_BAR[t]) * score, atol=1e-5)
    rng, t = np.random.default_rng(1), 80
    x0, eps = rng.choice([-1.0, 1.0], size=200_000), rng.normal(size=200_000)
    near = noised(x0, t, eps)
    best = ((best_noise(near, t) - eps) ** 2).mean()
    for other in (lambda x: 0.9 * best_noise(x, t), lambda x: best_noise(x, t + 10), lambda x: x):
        assert ((other(near) - eps) ** 2).mean() > best


def backward_mean_is_the_posterior():
    """Of x_{t-1} given x_t and x_0, with x_0 put in from the noise."""
    for t in (1, 30, 199):
        x0, eps = 0.7, -0.4
        now = noised(x0, t, eps)
        before, beta = ALPHA_BAR[t - 1], BETA[t]
        precision = 1 / (1 - before) + (1 - beta) / beta
        mean = (np.sqrt(before) * x0 / (1 - before) + np.sqrt(1 - beta) * now / beta) / precision
        rng = np.random.default_rng(2)
        drawn = backward(np.full(4, now), t, rng, lambda x, t: np.full(4, eps))
        again = np.random.default_rng(2).normal(size=4)
        assert np.allclose(drawn - np.sqrt(beta) * again, mean)
        assert np.isclose(1 / precision, beta * (1 - before) / (1 - ALPHA_BAR[t])) and 1 / precision <= beta
