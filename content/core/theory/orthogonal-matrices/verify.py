"""Checks of the claims about orthogonal matrices."""

import numpy as np


def _orthogonal(seed=0, n=5):
    rng = np.random.default_rng(seed)
    return rng, np.linalg.qr(rng.normal(size=(n, n)))[0]


def transpose_is_inverse():
    _, q = _orthogonal()
    assert np.allclose(q.T @ q, np.eye(5))
    assert np.allclose(q.T, np.linalg.inv(q))


def lengths_and_angles_stay():
    rng, q = _orthogonal(1)
    x = rng.normal(size=(5, 40))
    assert np.allclose((q @ x).T @ (q @ x), x.T @ x)


def spectrum_lies_on_the_circle():
    _, q = _orthogonal(2)
    assert np.isclose(abs(np.linalg.det(q)), 1)
    assert np.allclose(abs(np.linalg.eigvals(q)), 1)
    assert np.allclose(np.linalg.svd(q)[1], 1)


def errors_are_not_amplified():
    rng, q = _orthogonal(3)
    error = 1e-6 * rng.normal(size=5)
    assert np.isclose(np.linalg.cond(q), 1)
    assert np.isclose(np.linalg.norm(q @ error), np.linalg.norm(error))


def deep_products_keep_norms():
    rng = np.random.default_rng(4)
    start = rng.normal(size=20)
    x = y = start
    for _ in range(100):
        x = np.linalg.qr(rng.normal(size=(20, 20)))[0] @ x
        y = rng.normal(size=(20, 20)) / 20**0.5 * 0.8 @ y
    assert np.isclose(np.linalg.norm(x), np.linalg.norm(start), rtol=1e-9)
    assert np.linalg.norm(y) < 1e-4


def tall_ones_project():
    _, q = _orthogonal(5)
    q = q[:, :2]
    p = q @ q.T
    assert np.allclose(q.T @ q, np.eye(2))
    assert np.allclose(p @ p, p)
    assert not np.allclose(p, np.eye(5))
