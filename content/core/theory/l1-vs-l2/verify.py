"""Checks of the claims about L1 and L2, with a plain coordinate-descent lasso and closed-form ridge."""

import numpy as np


def _soft(z, t):
    return np.sign(z) * max(abs(z) - t, 0.0)


def _lasso(x, y, lam, sweeps=300):
    """Minimises 0.5 ||y - xw||^2 + lam ||w||_1."""
    w = np.zeros(x.shape[1])
    for _ in range(sweeps):
        for j in range(len(w)):
            rest = y - x @ w + x[:, j] * w[j]
            w[j] = _soft(x[:, j] @ rest, lam) / (x[:, j] @ x[:, j])
    return w


def _ridge(x, y, lam):
    return np.linalg.solve(x.T @ x + lam * np.eye(x.shape[1]), x.T @ y)


def _data():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(100, 10))
    return x, x[:, :3] @ np.array([2.0, -3.0, 1.5]) + rng.normal(0, 0.5, 100)


def penalties_are_as_defined():
    w = np.array([3.0, -4.0])
    assert np.abs(w).sum() == 7 and (w**2).sum() == 25


def lasso_is_sparse():
    w = _lasso(*_data(), lam=25.0)
    assert (w[3:] == 0).sum() >= 5 and (w[:3] != 0).all()


def ridge_is_dense():
    x, y = _data()
    small, large = _ridge(x, y, 1.0), _ridge(x, y, 500.0)
    assert (large != 0).all() and (large**2).sum() < (small**2).sum()


def l1_pull_is_constant():
    step = 1e-9
    for w in (1.0, 1e-3, 1e-6):
        assert np.isclose((abs(w + step) - abs(w)) / step, 1.0, atol=1e-3)
        assert np.isclose(((w + step) ** 2 - w**2) / step, 2 * w, atol=1e-6)
    assert _soft(0.4, 1.0) == 0.0


def duplicates_are_shared_by_ridge():
    rng = np.random.default_rng(1)
    one = rng.normal(size=80)
    x = np.stack([one, one + 1e-3 * rng.normal(size=80)], axis=1)
    y = 2 * one + rng.normal(0, 0.1, 80)
    ridge, lasso = _ridge(x, y, 5.0), _lasso(x, y, 5.0)
    assert abs(ridge[0] - ridge[1]) < 0.1 and np.abs(lasso).min() < 0.2 * np.abs(lasso).max()


def penalties_are_log_priors():
    w = np.linspace(-2, 2, 9)
    laplace = -np.log(np.exp(-np.abs(w)) / 2)
    gauss = -np.log(np.exp(-(w**2) / 2) / np.sqrt(2 * np.pi))
    assert np.allclose(laplace - laplace[4], np.abs(w)) and np.allclose(gauss - gauss[4], w**2 / 2)
