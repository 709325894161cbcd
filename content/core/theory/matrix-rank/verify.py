"""Checks of the claims about rank."""

import numpy as np

rank = np.linalg.matrix_rank


def _matrix(seed, m, n, r):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(m, r)) @ rng.normal(size=(r, n))


def rank_is_image_dimension():
    a = _matrix(0, 6, 5, 3)
    images = a @ np.random.default_rng(1).normal(size=(5, 50))
    assert rank(images) == rank(a) == 3
    assert rank(a[:, :3]) == 3


def row_rank_is_column_rank():
    for r in (1, 2, 4):
        a = _matrix(r, 4, 7, r)
        assert rank(a) == rank(a.T) == r <= min(a.shape)


def rank_plus_nullity():
    a = _matrix(2, 6, 5, 3)
    null = np.linalg.svd(a)[2][rank(a) :].T
    assert np.allclose(a @ null, 0)
    assert rank(a) + null.shape[1] == 5


def full_rank_means_solvable():
    a, b = _matrix(3, 4, 4, 2), np.random.default_rng(3).normal(size=4)
    inside = a @ b
    assert rank(np.column_stack([a, inside])) == rank(a)
    assert rank(np.column_stack([a, b])) > rank(a)
    assert abs(np.linalg.det(a)) < 1e-9 < abs(np.linalg.det(_matrix(3, 4, 4, 4)))


def products_lose_rank():
    rng = np.random.default_rng(4)
    assert rank(rng.normal(size=(20, 3)) @ rng.normal(size=(3, 20))) == 3
    e = np.array([[0.0, 1.0], [0.0, 0.0]])
    assert rank(e) == 1
    assert rank(e @ e) == 0


def noise_fills_the_rank():
    a = _matrix(5, 8, 8, 2)
    noisy = a + 1e-9 * np.random.default_rng(5).normal(size=(8, 8))
    assert rank(noisy) == 8
    assert rank(noisy, tol=1e-6) == 2
