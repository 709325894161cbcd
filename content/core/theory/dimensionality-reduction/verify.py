"""Checks of the claims about PCA."""

import numpy as np


def _data(seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(200, 5)) @ rng.normal(size=(5, 5))
    return x - x.mean(0)


def first_component_has_greatest_variance():
    x, rng = _data(), np.random.default_rng(1)
    w = np.linalg.svd(x, full_matrices=False)[2]
    other = rng.normal(size=(1000, 5))
    other /= np.linalg.norm(other, axis=1, keepdims=True)
    assert (x @ w[0]).var() >= (x @ other.T).var(0).max() and np.allclose(w @ w.T, np.eye(5))


def eigenvectors_equal_singular_vectors():
    x = _data()
    values, vectors = np.linalg.eigh(x.T @ x / len(x))
    _, s, w = np.linalg.svd(x, full_matrices=False)
    assert np.allclose(np.abs((vectors[:, ::-1] * w.T).sum(0)), 1) and np.allclose(values[::-1], s**2 / len(x))


def no_other_subspace_reconstructs_better():
    x, rng = _data(), np.random.default_rng(2)
    w = np.linalg.svd(x, full_matrices=False)[2][:2].T
    loss = lambda b: ((x - x @ b @ b.T) ** 2).sum()
    assert all(loss(w) <= loss(np.linalg.qr(rng.normal(size=(5, 2)))[0]) for _ in range(200))


def eigenvalues_are_explained_variances():
    x = _data()
    _, s, w = np.linalg.svd(x, full_matrices=False)
    assert np.allclose((x @ w.T).var(0), s**2 / len(x)) and np.isclose((s**2).sum() / len(x), x.var(0).sum())


def units_change_the_components():
    x = np.random.default_rng(3).normal(size=(300, 2))
    x -= x.mean(0)
    x[:, 1] *= 1000
    w = np.linalg.svd(x, full_matrices=False)[2][0]
    assert abs(w[1]) > 0.999


def largest_variance_can_hide_the_classes():
    rng = np.random.default_rng(4)
    label = np.repeat([0, 1], 200)
    x = np.c_[10 * rng.normal(size=400), label + 0.1 * rng.normal(size=400)]
    x -= x.mean(0)
    w = np.linalg.svd(x, full_matrices=False)[2]
    gap = lambda z: abs(z[label == 0].mean() - z[label == 1].mean()) / z.std()
    assert gap(x @ w[0]) < 0.5 and gap(x @ w[1]) > 1.5
