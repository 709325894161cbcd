"""Checks of the claims about eigenvalues."""

import numpy as np


def _square(seed=0, n=5):
    return np.random.default_rng(seed).normal(size=(n, n))


def matrix_only_scales():
    a = _square()
    values, vectors = np.linalg.eig(a)
    assert np.allclose(a @ vectors, vectors * values)


def powers_act_on_eigenvalues():
    a = _square(1)
    values, vectors = np.linalg.eig(a)
    assert np.allclose(np.linalg.matrix_power(a, 6), (vectors * values**6) @ np.linalg.inv(vectors))


def symmetric_is_orthogonally_diagonal():
    a = _square(2)
    s = a + a.T
    assert np.allclose(np.linalg.eigvals(s).imag, 0)
    values, q = np.linalg.eigh(s)
    assert np.allclose(q.T @ q, np.eye(5))
    assert np.allclose((q * values) @ q.T, s)
    assert np.linalg.eigvals(np.array([[0.0, -1.0], [1.0, 0.0]])).imag.any()


def trace_and_determinant():
    a = _square(3)
    values = np.linalg.eigvals(a)
    assert np.isclose(values.sum(), np.trace(a))
    assert np.isclose(values.prod(), np.linalg.det(a))


def dominant_eigenvalue_rules():
    rng = np.random.default_rng(4)
    q, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    a = (q * [1.2, 0.9, 0.5]) @ q.T
    x = np.linalg.matrix_power(a, 100) @ rng.normal(size=3)
    assert np.linalg.norm(x) > 1e6
    assert abs(abs(q[:, 0] @ x) / np.linalg.norm(x) - 1) < 1e-9
    assert np.linalg.norm(np.linalg.matrix_power(a / 1.5, 100)) < 1e-8


def covariance_eigenvalues_are_variances():
    rng = np.random.default_rng(5)
    x = rng.normal(size=(400, 3)) @ rng.normal(size=(3, 3))
    x = x - x.mean(0)
    values, q = np.linalg.eigh(np.cov(x.T))
    assert np.allclose((x @ q).var(0, ddof=1), values)
