"""Checks of the equations."""

import numpy as np
from snippet import loss, newton, sigmoid


def data():
    rng = np.random.default_rng(1)
    x = np.c_[np.ones(60), rng.normal(size=(60, 3))]
    return rng, x, (rng.random(60) < sigmoid(x @ [0.2, 1, -1, 0.5])).astype(float), rng.normal(size=4)


def a_weight_multiplies_the_odds():
    _, x, _, w = data()
    p = sigmoid(x @ w)
    assert np.allclose(np.log(p / (1 - p)), x @ w)
    moved = x.copy()
    moved[:, 2] += 1
    q = sigmoid(moved @ w)
    assert np.allclose(q / (1 - q), np.exp(w[2]) * p / (1 - p))


def gradient_is_the_mean_residual():
    _, x, y, w = data()
    gradient, h = x.T @ (sigmoid(x @ w) - y) / len(y), 1e-6
    for j, step in enumerate(h * np.eye(4)):
        assert np.isclose((loss(w + step, x, y) - loss(w - step, x, y)) / (2 * h), gradient[j], atol=1e-8)
    fitted = newton(x, y)
    assert np.allclose(x.T @ (sigmoid(x @ fitted) - y), 0, atol=1e-9)


def loss_is_convex():
    rng, x, y, w = data()
    p, h = sigmoid(x @ w), 1e-5
    hessian = (x.T * (p * (1 - p))) @ x / len(y)
    columns = [x.T @ (sigmoid(x @ (w + s)) - sigmoid(x @ (w - s))) / (2 * h * len(y)) for s in h * np.eye(4)]
    assert np.allclose(hessian, columns, atol=1e-8)
    assert (np.linalg.eigvalsh(hessian) > 0).all()
    for _ in range(200):
        a, b, t = rng.normal(size=4) * 3, rng.normal(size=4) * 3, rng.random()
        mixed = loss(t * a + (1 - t) * b, x, y)
        assert mixed <= t * loss(a, x, y) + (1 - t) * loss(b, x, y) + 1e-12
