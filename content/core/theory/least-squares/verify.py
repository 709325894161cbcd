"""Checks of the claims about least squares."""

import numpy as np


def _data(seed=0, n=60, d=4, noise=0.3):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d))
    return rng, x, x @ rng.normal(size=d) + noise * rng.normal(size=n)


def _fit(x, y):
    return np.linalg.lstsq(x, y, rcond=None)[0]


def solution_minimises_squares():
    rng, x, y = _data()
    w = _fit(x, y)
    best = ((y - x @ w) ** 2).sum()
    assert all(((y - x @ (w + 0.1 * rng.normal(size=4))) ** 2).sum() > best for _ in range(50))


def normal_equations_hold():
    _, x, y = _data(1)
    w = _fit(x, y)
    assert np.allclose(x.T @ x @ w, x.T @ y)
    assert np.allclose(w, np.linalg.solve(x.T @ x, x.T @ y))


def residual_is_orthogonal():
    _, x, y = _data(2)
    residual = y - x @ _fit(x, y)
    hat = x @ np.linalg.inv(x.T @ x) @ x.T
    assert np.allclose(x.T @ residual, 0)
    assert np.allclose(hat @ hat, hat)
    assert np.allclose(hat @ y, y - residual)


def gaussian_likelihood_agrees():
    _, x, y = _data(3)

    def log_likelihood(w, s=0.3):
        return (-0.5 * ((y - x @ w) / s) ** 2 - np.log(s * np.sqrt(2 * np.pi))).sum()

    w, step = _fit(x, y), 1e-4
    slope = [(log_likelihood(w + step * e) - log_likelihood(w - step * e)) / (2 * step) for e in np.eye(4)]
    assert np.allclose(slope, 0, atol=1e-4)


def collinearity_is_unstable():
    rng, x, y = _data(4)
    x[:, 1] = x[:, 0] + 1e-4 * rng.normal(size=len(x))
    other = y + 0.05 * rng.normal(size=len(y))
    first, second = _fit(x, y), _fit(x, other)
    assert abs(first - second).max() > 5
    assert abs(x @ first - x @ second).max() < 0.2
    ridge = np.linalg.inv(x.T @ x + np.eye(4)) @ x.T
    assert abs(ridge @ (y - other)).max() < 0.1
    assert np.linalg.matrix_rank(np.column_stack([x[:, 0], x[:, 0]])) == 1


def condition_number_squares():
    _, x, _ = _data(5)
    x = x * [1, 10, 100, 1000]
    assert np.isclose(np.linalg.cond(x.T @ x), np.linalg.cond(x) ** 2, rtol=1e-6)


def one_outlier_moves_the_line():
    x = np.column_stack([np.ones(20), np.arange(20.0)])
    y = x @ [1.0, 2.0]
    y[-1] += 200
    assert abs(_fit(x, y)[1] - 2) > 2
