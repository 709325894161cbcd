"""Checks of the claims about early stopping, for linear regression by gradient descent."""

import numpy as np


def _path(seed=0, n=40, d=30, steps=600):
    """Weights, training error and validation error along gradient descent."""
    rng = np.random.default_rng(seed)
    scales = np.linspace(1, 0.15, d)
    x, new = rng.normal(size=(n, d)) * scales, rng.normal(size=(2000, d)) * scales
    truth = rng.normal(size=d) * (np.arange(d) < 8)
    y, target = x @ truth + rng.normal(size=n), new @ truth
    w, path = np.zeros(d), []
    for _ in range(steps):
        w = w - 0.2 * x.T @ (x @ w - y) / n
        path.append(w)
    path = np.array(path)
    return x, y, path, ((x @ path.T - y[:, None]) ** 2).mean(0), ((new @ path.T - target[:, None]) ** 2).mean(0)


def validation_error_turns_up():
    _, _, _, train, validation = _path()
    best = validation.argmin()
    assert np.all(np.diff(train) < 1e-12) and best < 590 and validation[-1] > 1.1 * validation[best]


def best_checkpoint_beats_last():
    for seed in range(3):
        validation = _path(seed)[4]
        assert validation.min() < validation[-1]


def stopping_acts_like_ridge():
    """Along each singular direction 1 - (1 - rate s)^t is close to s / (s + 1/(rate t))."""
    x, y, path, *_ = _path(steps=60)
    assert np.all(np.diff(np.linalg.norm(path, axis=1)) > 0)
    s = np.linalg.eigvalsh(x.T @ x / len(x))
    stopped, ridge = 1 - (1 - 0.2 * s) ** 60, s / (s + 1 / (0.2 * 60))
    assert np.corrcoef(stopped, ridge)[0, 1] > 0.97


def watched_minimum_is_optimistic():
    rng = np.random.default_rng(1)
    assert rng.normal(size=(200, 50)).min(1).mean() < -2


def fewer_steps_are_used():
    assert _path()[4].argmin() < 0.9 * 600
