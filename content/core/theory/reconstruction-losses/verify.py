"""Checks of the claims about reconstruction losses."""

import numpy as np

EDGES = np.array([np.where(np.arange(20) < c, 0.0, 1.0) for c in range(6, 15)])
"""The plausible images: one sharp edge at an unknown place."""


def squared_error_prefers_the_blur():
    mean = EDGES.mean(0)
    risk = lambda guess: ((EDGES - guess) ** 2).mean()
    assert all(risk(mean) < risk(e) for e in EDGES)
    assert np.diff(mean).max() < 0.2 and np.diff(EDGES[0]).max() == 1


def absolute_error_takes_the_median():
    risk = lambda guess: np.abs(EDGES - guess).mean()
    median = np.median(EDGES, 0)
    assert risk(median) < risk(EDGES.mean(0)) and np.diff(median).max() == 1
    y = np.array([1.0, 1.1, 0.9, 1.0, 50.0])
    assert abs(np.median(y) - 1) < 0.01 and y.mean() > 10


def _ssim(a, b, c=1e-4):
    cov = ((a - a.mean()) * (b - b.mean())).mean()
    light = (2 * a.mean() * b.mean() + c) / (a.mean() ** 2 + b.mean() ** 2 + c)
    return light * (2 * cov + c) / (a.var() + b.var() + c)


def ssim_prefers_kept_structure():
    """A shift of brightness and noise of equal squared error: SSIM tells them apart."""
    rng = np.random.default_rng(0)
    image = 0.5 + 0.1 * np.sin(np.arange(64))
    noise = rng.normal(size=64)
    noise *= 0.1 / np.sqrt((noise**2).mean())
    assert np.isclose(((image + 0.1 - image) ** 2).mean(), (noise**2).mean())
    assert _ssim(image, image + 0.1) > 0.95 > 0.8 > _ssim(image, image + noise)


def least_distortion_is_not_realistic():
    """Of all guesses the mean has the least squared error, and no natural image is near it."""
    mean = EDGES.mean(0)
    assert ((EDGES - mean) ** 2).mean(1).min() > 0.01
    assert min(((EDGES - e) ** 2).mean() for e in EDGES) > ((EDGES - mean) ** 2).mean()
