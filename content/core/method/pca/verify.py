"""Checks of the equations."""

import numpy as np
from snippet import pca, project, rebuild


def data():
    rng = np.random.default_rng(1)
    return rng, rng.normal(size=(200, 6)) @ rng.normal(size=(6, 6)) + 3


def first_direction_has_the_most_variance():
    rng, x = data()
    mean, directions, variances = pca(x, 6)
    covariance = (x - mean).T @ (x - mean) / len(x)
    assert np.allclose(covariance @ directions.T, directions.T * variances)
    assert np.isclose(directions[0] @ covariance @ directions[0], variances[0])
    others = rng.normal(size=(5000, 6))
    others /= np.linalg.norm(others, axis=1, keepdims=True)
    assert (np.einsum("ni,ij,nj->n", others, covariance, others) <= variances[0] + 1e-12).all()


def what_is_lost_are_the_other_eigenvalues():
    rng, x = data()
    for k in range(6):
        mean, directions, variances = pca(x, k)
        lost = ((x - rebuild(project(x, mean, directions), mean, directions)) ** 2).sum() / len(x)
        assert np.isclose(lost, variances[k:].sum())
        for _ in range(50):
            other = np.linalg.qr(rng.normal(size=(6, 6)))[0][:, :k].T
            assert ((x - rebuild(project(x, mean, other), mean, other)) ** 2).sum() / len(x) >= lost - 1e-9


def scores_are_uncorrelated():
    _, x = data()
    mean, directions, variances = pca(x, 4)
    codes = project(x, mean, directions)
    assert np.allclose(codes.T @ codes / len(x), np.diag(variances[:4]), atol=1e-9)
