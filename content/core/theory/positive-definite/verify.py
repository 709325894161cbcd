"""Checks of the claims about positive definite matrices."""

import numpy as np


def _definite(seed=0, n=4):
    b = np.random.default_rng(seed).normal(size=(n, n))
    return b @ b.T + 0.1 * np.eye(n)


def quadratic_form_is_positive():
    x = np.random.default_rng(1).normal(size=(4, 500))
    assert ((x * (_definite() @ x)).sum(0) > 0).all()


def eigenvalues_are_positive():
    assert np.linalg.eigvalsh(_definite()).min() > 0
    bad = np.array([[1.0, 2.0], [2.0, 1.0]])
    values, vectors = np.linalg.eigh(bad)
    assert values[0] < 0
    assert vectors[:, 0] @ bad @ vectors[:, 0] < 0


def cholesky_is_the_test():
    a = _definite(2)
    factor = np.linalg.cholesky(a)
    assert np.allclose(factor @ factor.T, a)
    try:
        np.linalg.cholesky(np.array([[1.0, 2.0], [2.0, 1.0]]))
    except np.linalg.LinAlgError:
        return
    raise AssertionError("an indefinite matrix was factored")


def covariances_are_semidefinite():
    rng = np.random.default_rng(3)
    for n in (3, 50):
        x = rng.normal(size=(n, 6))
        assert np.linalg.eigvalsh(np.cov(x.T)).min() > -1e-12
        assert (np.linalg.eigvalsh(x.T @ x).min() > 1e-9) == (n >= 6)


def hessian_decides():
    rng = np.random.default_rng(4)
    near = 1e-3 * rng.normal(size=(500, 2))
    for h, least in (([[2, 1], [1, 2]], True), ([[1, 2], [2, 1]], False)):
        values = ((near @ np.array(h)) * near).sum(1) / 2
        assert (values > 0).all() == least


def ridge_lifts_eigenvalues():
    x = np.random.default_rng(5).normal(size=(3, 6))
    plain, ridge = np.linalg.eigvalsh(x.T @ x), np.linalg.eigvalsh(x.T @ x + 0.5 * np.eye(6))
    assert np.allclose(ridge, plain + 0.5)
