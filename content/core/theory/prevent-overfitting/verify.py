"""Checks of the claims about overfitting, on polynomial regression."""

import numpy as np


def _errors(n, degree, penalty=0.0, seeds=30):
    train, valid = [], []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        x, far = rng.uniform(-1, 1, (2, n)), np.linspace(-0.95, 0.95, 50)
        y = np.sin(3 * x[0]) + 0.3 * rng.normal(size=n)
        a = np.vander(x[0], degree + 1)
        w = np.linalg.solve(a.T @ a + (penalty + 1e-10) * np.eye(degree + 1), a.T @ y)
        train.append(np.mean((a @ w - y) ** 2))
        valid.append(np.mean((np.vander(far, degree + 1) @ w - np.sin(3 * far)) ** 2) + 0.09)
    return np.median(train), np.median(valid)


def gap_shows_overfitting():
    simple, complicated = _errors(15, 3), _errors(15, 11)
    assert complicated[0] < simple[0] and complicated[1] - complicated[0] > 2 * (simple[1] - simple[0])


def more_data_narrows_the_gap():
    gaps = [v - t for t, v in (_errors(n, 9) for n in (14, 40, 200))]
    assert gaps[0] > gaps[1] > gaps[2]


def penalty_shrinks_and_generalises():
    assert _errors(15, 11, 0.01)[1] < 0.5 * _errors(15, 11)[1]


def capacity_drives_the_gap():
    gaps = [v - t for t, v in (_errors(15, d) for d in (3, 7, 11))]
    assert gaps == sorted(gaps)


def validation_error_turns_up():
    """Gradient descent on noisy data with more weights than examples: validation error falls, then rises."""
    rng = np.random.default_rng(0)
    scale = 1 / np.arange(1, 41)
    true = rng.normal(size=40) * (np.arange(40) < 5)
    x, fresh = rng.normal(size=(30, 40)) * scale, rng.normal(size=(500, 40)) * scale
    y, w, errors = x @ true + 0.5 * rng.normal(size=30), np.zeros(40), []
    for _ in range(3000):
        w -= 0.5 * x.T @ (x @ w - y) / 30
        errors.append(np.mean((fresh @ (w - true)) ** 2))
    best = int(np.argmin(errors))
    assert 0 < best < 2999 and errors[-1] > 1.1 * errors[best]


def averaging_lowers_variance():
    runs = np.random.default_rng(1).normal(size=(20000, 5))
    assert abs(runs.mean(1).var() - 1 / 5) < 0.02
