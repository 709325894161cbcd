"""Checks of the claims about logistic regression."""

import numpy as np


def _sigmoid(t):
    return 1 / (1 + np.exp(-t))


def _data(seed=0, n=400):
    rng = np.random.default_rng(seed)
    x = np.c_[np.ones(n), rng.normal(size=(n, 2))]
    return x, (rng.random(n) < _sigmoid(x @ [0.3, 1.0, -2.0])).astype(float)


def _fit(x, y, ridge=0.0, steps=20):
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = _sigmoid(x @ w)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(w))
        w = w + np.linalg.solve(hessian, x.T @ (y - p) - ridge * w)
    return w


def _loss(w, x, y):
    return np.logaddexp(0, np.where(y == 1, -1, 1) * (x @ w)).sum()


def log_odds_are_linear():
    x, _ = _data()
    w = np.array([0.3, 1.0, -2.0])
    p = _sigmoid(x @ w)
    assert np.allclose(np.log(p / (1 - p)), x @ w)


def newton_reaches_the_likelihood_maximum():
    x, y = _data(1)
    w = _fit(x, y)
    assert np.allclose(x.T @ (y - _sigmoid(x @ w)), 0, atol=1e-8)
    assert all(_loss(w, x, y) < _loss(w + d, x, y) for d in 0.1 * np.eye(3))


def hessian_is_positive():
    x, y = _data(2)
    rng = np.random.default_rng(2)
    for a, b in rng.normal(size=(50, 2, 3)) * 5:
        assert _loss((a + b) / 2, x, y) <= (_loss(a, x, y) + _loss(b, x, y)) / 2 + 1e-9
    t = np.linspace(-9, 9, 99)
    assert np.diff((1 - _sigmoid(t)) ** 2, 2).min() < 0


def coefficient_multiplies_odds():
    w, x = np.array([0.3, 1.0, -2.0]), np.array([1.0, 0.4, 0.2])
    odds = [p / (1 - p) for p in (_sigmoid(x @ w), _sigmoid((x + [0, 1, 0]) @ w))]
    assert np.isclose(odds[1] / odds[0], np.exp(w[1]))


def boundary_is_a_hyperplane():
    x, y = np.array([[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1.0]]), np.array([0, 1, 1, 0.0])
    assert np.allclose(_sigmoid(x @ _fit(x, y, 1e-6)), 0.5, atol=1e-3)
    z = np.c_[x, x[:, 1] * x[:, 2]]
    assert np.array_equal(_sigmoid(z @ _fit(z, y, 1e-2)) > 0.5, y == 1)


def separable_weights_diverge():
    x, y = np.c_[np.ones(4), [-2.0, -1, 1, 2]], np.array([0, 0, 1, 1.0])
    norms = [np.linalg.norm(_fit(x, y, 0, s)) for s in (3, 6, 9)]
    assert norms[0] < norms[1] - 1 < norms[2] - 2
    assert np.allclose(_fit(x, y, 0.1, 20), _fit(x, y, 0.1, 40))
