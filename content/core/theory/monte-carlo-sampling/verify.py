"""Checks of the claims about Monte Carlo."""

import numpy as np


def _estimates(n, times=2000, d=1, seed=0):
    """Estimates of E[|x|²]/d over d standard normals, exactly 1."""
    return (np.random.default_rng(seed).normal(size=(times, n, d)) ** 2).mean(axis=(1, 2))


def average_is_unbiased():
    values = _estimates(10)
    assert abs(values.mean() - 1) < 4 * values.std() / 2000**0.5


def error_falls_with_root_n():
    assert abs(_estimates(4).std() / _estimates(100).std() - 5) < 0.5
    high = _estimates(4, d=20).std() / _estimates(64, d=20).std()
    assert abs(high - 4) < 0.4


def inverse_cdf_samples():
    x = -np.log1p(-np.random.default_rng(1).random(100_000)) / 2
    assert abs(x.mean() - 0.5) < 0.01
    assert abs((x > 1).mean() - np.exp(-2)) < 0.01


def _weights(width, n=2000, times=100):
    """Weights p/q for a standard normal target and a normal proposal of the given width."""
    x = width * np.random.default_rng(2).normal(size=(times, n))
    return np.exp(-(x**2) / 2 + (x / width) ** 2 / 2) * width, x


def light_tails_ruin_weights():
    spread = {}
    for width in (0.5, 1.5):
        w, x = _weights(width)
        spread[width] = (w * x**2).mean(1).std()
        assert abs(np.median(w.mean(1)) - 1) < 0.05
    assert spread[0.5] > 5 * spread[1.5]


def chain_reaches_the_target():
    rng = np.random.default_rng(3)
    x, kept = np.full(500, 5.0), []
    for _ in range(400):
        step = x + rng.normal(0, 1.5, 500)
        accept = np.log(rng.random(500)) < (x**2 - step**2) / 2
        x = np.where(accept, step, x)
        kept.append(x)
    chain = np.array(kept)[100:]
    assert abs(chain.mean()) < 0.05
    assert abs(chain.var() - 1) < 0.05
    assert np.corrcoef(chain[:-1].ravel(), chain[1:].ravel())[0, 1] > 0.3
