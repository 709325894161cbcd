"""Checks of the claims about universal approximation and depth."""

import numpy as np


def _relu(z):
    return np.maximum(z, 0)


def _interpolate(f, n):
    """A one-hidden-layer ReLU network of n units that meets f at n + 1 equally spaced knots of [0, 1]."""
    knots = np.linspace(0, 1, n + 1)
    slopes = np.diff(f(knots)) * n
    out = np.diff(slopes, prepend=0)
    return lambda x: f(np.zeros(1)) + _relu(x[:, None] - knots[:-1]) @ out


def _tent(x):
    """0 -> 0, 1/2 -> 1, 1 -> 0 by two ReLU units."""
    return _relu(np.stack([x, x - 0.5], -1)) @ np.array([2.0, -4.0])


def _pieces(y, x):
    """Linear pieces of a sampled function whose kinks lie on the grid."""
    slopes = np.diff(y) / np.diff(x)
    return 1 + (np.abs(np.diff(slopes)) > 1e-6).sum()


def fits_noise_without_generalising():
    """Enough random units fit pure noise to the last digit and know nothing of new points; fewer points than units."""
    rng = np.random.default_rng(0)
    x, new = rng.normal(size=(60, 5)), rng.normal(size=(500, 5))
    y, fresh = rng.normal(size=60), rng.normal(size=500)
    w, b = rng.normal(size=(5, 400)), rng.normal(size=400)
    out = np.linalg.lstsq(_relu(x @ w + b), y, rcond=None)[0]
    assert np.abs(_relu(x @ w + b) @ out - y).max() < 1e-8
    assert ((_relu(new @ w + b) @ out - fresh) ** 2).mean() > (fresh**2).mean()


def linear_layers_collapse():
    rng = np.random.default_rng(1)
    layers = [rng.normal(size=(6, 6)) for _ in range(10)]
    x = rng.normal(size=(30, 6))
    deep, one = x, np.eye(6)
    for w in layers:
        deep, one = deep @ w, one @ w
    assert np.allclose(deep, x @ one)


def depth_multiplies_pieces():
    x = np.linspace(0, 1, 2**12 + 1)
    y = x
    for k in range(1, 11):
        y = _tent(y)
        assert _pieces(y, x) == 2**k, "k layers of two units make 2 to the k pieces"


def shallow_needs_many_units():
    """One layer of n units has at most n + 1 pieces on a line, so the 1024-piece sawtooth takes at least 1023 units."""
    rng = np.random.default_rng(2)
    for n in (3, 10, 40):
        kinks = np.sort(rng.choice(np.arange(1, 400), n, replace=False)) / 400
        x = np.linspace(0, 1, 401)
        y = _relu((x[:, None] - kinks) * rng.choice([-1, 1], n)) @ rng.normal(size=n)
        assert _pieces(y, x) <= n + 1
    grid = np.linspace(0, 1, 5001)
    errors = [np.abs(_interpolate(lambda t: np.sin(9 * t), n)(grid) - np.sin(9 * grid)).max() for n in (8, 16, 32, 64)]
    assert all(a > 3 * b for a, b in zip(errors, errors[1:], strict=False)), "more units, as close as we like"


def linear_outside():
    net = _interpolate(lambda t: np.sin(9 * t), 64)
    far = net(np.array([2.0, 3.0, 4.0, 5.0]))
    assert np.allclose(np.diff(far), np.diff(far)[0]) and np.abs(far).max() > 3
