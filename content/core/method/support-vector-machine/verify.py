"""Checks of the equations."""

import numpy as np
from snippet import svm


def data(gap):
    rng = np.random.default_rng(1)
    y = np.repeat([1.0, -1.0], 25)
    return rng, rng.normal(size=(50, 2)) * 0.8 + gap * y[:, None], y


def primal_equals_dual():
    rng, x, y = data(0.6)
    for c in (0.1, 1.0, 10.0):
        alpha, bias = svm(x @ x.T, y, c)
        w = (alpha * y) @ x

        def primal(w, bias, c=c):
            return w @ w / 2 + c * np.maximum(0, 1 - y * (x @ w + bias)).sum()

        dual = alpha.sum() - w @ w / 2
        assert np.isclose(primal(w, bias), dual, rtol=1e-4)
        for _ in range(100):
            assert primal(w + 0.1 * rng.normal(size=2), bias + 0.1 * rng.normal()) > dual


def only_support_vectors_count():
    _, x, y = data(0.8)
    alpha, bias = svm(x @ x.T, y, 1.0)
    w = (alpha * y) @ x
    margin = y * (x @ w + bias)
    assert (alpha >= 0).all() and (alpha <= 1).all() and np.isclose(alpha @ y, 0)
    assert (alpha[margin > 1.001] == 0).all() and np.allclose(alpha[margin < 0.999], 1)
    kept = alpha > 0
    assert 0 < kept.sum() < 40
    again, bias_again = svm(x[kept] @ x[kept].T, y[kept], 1.0)
    assert np.allclose((again * y[kept]) @ x[kept], w, atol=1e-4) and np.isclose(bias, bias_again, atol=1e-4)


def margin_is_the_widest():
    _, x, y = data(2.5)
    alpha, bias = svm(x @ x.T, y, 1e4)
    w = (alpha * y) @ x
    width = 2 / np.linalg.norm(w)
    distance = y * (x @ w + bias) / np.linalg.norm(w)
    assert np.isclose(2 * distance.min(), width, rtol=1e-4)
    for angle in np.linspace(0, 2 * np.pi, 2000):
        along = x @ np.array([np.cos(angle), np.sin(angle)])
        assert along[y > 0].min() - along[y < 0].max() <= width + 1e-5
