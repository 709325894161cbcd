"""Checks of the claims about diffusion models, for data drawn from N(m, s²), where every step is known exactly."""

import numpy as np

STEPS = 400
FACTOR = 1 - np.linspace(1e-4, 0.04, STEPS)
KEPT = np.cumprod(FACTOR)
MEAN, SPREAD = 2.0, 0.5


def _noise(x, t):
    """The expected noise given x at step t."""
    total = KEPT[t] * SPREAD**2 + 1 - KEPT[t]
    return np.sqrt(1 - KEPT[t]) * (x - np.sqrt(KEPT[t]) * MEAN) / total


def noising_ends_in_standard_noise():
    rng = np.random.default_rng(0)
    x = rng.normal(MEAN, SPREAD, 8000)
    for f in FACTOR:
        x = np.sqrt(f) * x + np.sqrt(1 - f) * rng.normal(size=x.shape)
    assert abs(x.mean()) < 0.05 and abs(x.std() - 1) < 0.03


def one_jump_equals_many_steps():
    mean, var = 3.0, 0.0
    for t, f in enumerate(FACTOR):
        mean, var = np.sqrt(f) * mean, f * var + 1 - f
        assert np.isclose(mean, np.sqrt(KEPT[t]) * 3) and np.isclose(var, 1 - KEPT[t])


def regression_recovers_the_expected_noise():
    rng, t = np.random.default_rng(1), 100
    x0, e = rng.normal(MEAN, SPREAD, 200000), rng.normal(size=200000)
    x = np.sqrt(KEPT[t]) * x0 + np.sqrt(1 - KEPT[t]) * e
    slope, offset = np.polyfit(x, e, 1)
    assert np.allclose(slope * np.array([0, 1]) + offset, _noise(np.array([0, 1]), t), atol=0.02)


def noise_is_the_scaled_score():
    t, x, h = 150, 0.8, 1e-5
    total = KEPT[t] * SPREAD**2 + 1 - KEPT[t]
    log_density = lambda y: -((y - np.sqrt(KEPT[t]) * MEAN) ** 2) / (2 * total)
    score = (log_density(x + h) - log_density(x - h)) / (2 * h)
    assert np.isclose(_noise(x, t), -np.sqrt(1 - KEPT[t]) * score)


def reverse_steps_restore_the_data():
    rng = np.random.default_rng(2)
    x = rng.normal(size=8000)
    for t in range(STEPS - 1, -1, -1):
        x = (x - (1 - FACTOR[t]) / np.sqrt(1 - KEPT[t]) * _noise(x, t)) / np.sqrt(FACTOR[t])
        x = x + np.sqrt(1 - FACTOR[t]) * rng.normal(size=x.shape) * (t > 0)
    assert abs(x.mean() - MEAN) < 0.05 and abs(x.std() - SPREAD) < 0.05


def guidance_trades_diversity():
    """Guided density p(x) (p(x|c) / p(x))^w for Gaussians: nearer to the condition and narrower as w grows."""
    x = np.linspace(-12, 12, 4801)
    wide, narrow = -(x**2) / 18, -((x - 2) ** 2) / 2
    spread = []
    for w in (1, 2, 5):
        p = np.exp(wide + w * (narrow - wide))
        p /= p.sum()
        spread.append(np.sqrt((p * x**2).sum() - (p * x).sum() ** 2))
    assert spread == sorted(spread, reverse=True)
