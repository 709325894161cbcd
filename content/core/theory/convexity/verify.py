"""Checks of the claims about convexity, on the logistic loss."""

import numpy as np


def _problem(seed=0, n=40, d=3):
    rng = np.random.default_rng(seed)
    return rng, rng.normal(size=(n, d)), rng.choice([-1.0, 1.0], n)


def _loss(w, x, y, l2=0.0):
    return np.logaddexp(0, -y * (x @ w)).mean() + l2 * w @ w / 2


def _slope(w, x, y, l2=0.0):
    return -(x * (y / (1 + np.exp(y * (x @ w))))[:, None]).mean(0) + l2 * w


def chord_lies_above():
    rng, x, y = _problem()
    for _ in range(200):
        a, b, t = 3 * rng.normal(size=3), 3 * rng.normal(size=3), rng.random()
        assert _loss(t * a + (1 - t) * b, x, y) <= t * _loss(a, x, y) + (1 - t) * _loss(b, x, y) + 1e-12


def _descend(w, x, y, l2, steps=1500):
    for _ in range(steps):
        w = w - 0.5 * _slope(w, x, y, l2)
    return w


def descents_agree():
    rng, x, y = _problem(1)
    ends = [_loss(_descend(5 * rng.normal(size=3), x, y, 0.0), x, y) for _ in range(3)]
    assert np.ptp(ends) < 1e-6


def logistic_hessian_is_psd():
    rng, x, _ = _problem(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ rng.normal(size=3)))
        assert np.linalg.eigvalsh(x.T @ (x * (p * (1 - p))[:, None])).min() > -1e-12


def tangents_lie_below():
    rng, x, y = _problem(3)
    for _ in range(200):
        a, b = 3 * rng.normal(size=(2, 3))
        assert _loss(b, x, y) >= _loss(a, x, y) + _slope(a, x, y) @ (b - a) - 1e-12


def strong_convexity_is_unique_and_fast():
    rng, x, y = _problem(4)
    x[:, 2] = x[:, 1]
    loose = [_descend(rng.normal(size=3), x, y, 0.0) for _ in range(2)]
    tight = [_descend(rng.normal(size=3), x, y, 0.1) for _ in range(2)]
    assert abs(loose[0] - loose[1]).max() > 0.05
    assert abs(tight[0] - tight[1]).max() < 1e-6
    far = [np.linalg.norm(_descend(np.ones(3), x, y, 0.1, k) - tight[0]) for k in (20, 40, 60)]
    assert far[1] / far[0] < 0.7
    assert far[2] / far[1] < 0.7


def swapped_units_break_convexity():
    x = np.linspace(-2, 2, 41)
    y = np.maximum(x, 0) - np.maximum(-x, 0) * 2

    def loss(w, v):
        return ((np.maximum(np.outer(x, w), 0) @ v - y) ** 2).mean()

    a, b = (np.array([1.0, -1.0]), np.array([1.0, -2.0])), (np.array([-1.0, 1.0]), np.array([-2.0, 1.0]))
    assert np.isclose(loss(*a), 0)
    assert np.isclose(loss(*b), 0)
    assert loss((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) > 0.5
