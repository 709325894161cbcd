"""Checks of the claims about the singular value decomposition."""

import numpy as np


def _matrix(seed=0, shape=(6, 4)):
    return np.random.default_rng(seed).normal(size=shape)


def every_matrix_factors():
    for shape in ((6, 4), (3, 7), (5, 5)):
        a = _matrix(shape=shape)
        u, s, vt = np.linalg.svd(a, full_matrices=False)
        assert np.allclose((u * s) @ vt, a)
        assert (s >= 0).all()
        assert np.allclose(u.T @ u, np.eye(len(s)))
        assert np.allclose(vt @ vt.T, np.eye(len(s)))


def sphere_becomes_ellipsoid():
    a = _matrix(1, (2, 2))
    angle = np.linspace(0, 2 * np.pi, 20001)
    lengths = np.linalg.norm(a @ np.stack([np.cos(angle), np.sin(angle)]), axis=0)
    assert np.allclose([lengths.max(), lengths.min()], np.linalg.svd(a)[1], atol=1e-5)


def singular_values_are_roots():
    a = _matrix(2)
    _, s, vt = np.linalg.svd(a)
    assert np.allclose(np.sort(s**2), np.linalg.eigvalsh(a.T @ a))
    assert np.allclose(a.T @ a @ vt.T, vt.T * s**2)


def rank_counts_nonzero():
    a = _matrix(3, (6, 2)) @ _matrix(4, (2, 4))
    _, s, vt = np.linalg.svd(a)
    assert (s > 1e-10).sum() == 2 == np.linalg.matrix_rank(a)
    assert np.allclose(a @ vt[2:].T, 0)


def truncation_is_best():
    rng = np.random.default_rng(5)
    a = _matrix(5, (8, 6))
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    best = a - (u[:, :2] * s[:2]) @ vt[:2]
    assert np.isclose(np.linalg.norm(best, 2), s[2])
    assert np.isclose((best**2).sum(), (s[2:] ** 2).sum())
    for _ in range(50):
        basis, _ = np.linalg.qr(u[:, :2] + 0.1 * rng.normal(size=(8, 2)))
        assert np.linalg.norm(a - basis @ basis.T @ a) > np.linalg.norm(best)


def pseudo_inverse_and_condition():
    a = _matrix(6)
    u, s, vt = np.linalg.svd(a, full_matrices=False)
    assert np.allclose((vt.T / s) @ u.T, np.linalg.pinv(a))
    assert np.isclose(s[0] / s[-1], np.linalg.cond(a))
