"""Checks of the claims about principal components."""

import numpy as np


def _data(seed=0, n=300):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 4)) @ rng.normal(size=(4, 4)) + 3
    return rng, x - x.mean(0)


def _components(x):
    values, vectors = np.linalg.eigh(np.cov(x.T))
    return values[::-1], vectors[:, ::-1]


def first_component_maximises_variance():
    rng, x = _data()
    values, vectors = _components(x)
    others = rng.normal(size=(4, 500))
    others /= np.linalg.norm(others, axis=0)
    assert np.isclose((x @ vectors[:, 0]).var(ddof=1), values[0])
    assert (x @ others).var(0, ddof=1).max() <= values[0]


def components_are_eigenvectors():
    _, x = _data(1)
    s, w = np.cov(x.T), np.ones(4) / 2
    for _ in range(3000):
        w = w + 0.01 * s @ w
        w /= np.linalg.norm(w)
    assert np.allclose(s @ w, (w @ s @ w) * w, atol=1e-6)
    assert np.isclose(w @ s @ w, _components(x)[0][0])


def variance_plus_error_is_constant():
    rng, x = _data(2)
    for _ in range(20):
        q, _ = np.linalg.qr(rng.normal(size=(4, 2)))
        assert np.isclose(((x @ q) ** 2).sum() + ((x - x @ q @ q.T) ** 2).sum(), (x**2).sum())


def scale_changes_components():
    _, x = _data(3)
    assert abs(_components(x)[1][0, 0]) < 0.95 < abs(_components(x * [1000, 1, 1, 1])[1][0, 0])


def svd_gives_components():
    _, x = _data(4)
    _, s, vt = np.linalg.svd(x, full_matrices=False)
    values, vectors = _components(x)
    assert np.allclose(s**2 / (len(x) - 1), values)
    assert np.allclose(abs((vt * vectors.T).sum(1)), 1)


def scores_are_uncorrelated():
    _, x = _data(5)
    _, vectors = _components(x)
    cov = np.cov((x @ vectors).T)
    assert np.allclose(cov - np.diag(np.diag(cov)), 0)
    assert np.allclose(vectors.T @ vectors, np.eye(4))


def variance_is_not_relevance():
    rng = np.random.default_rng(6)
    y = rng.integers(0, 2, 500)
    x = np.column_stack([10 * rng.normal(size=500), 2.0 * y + 0.2 * rng.normal(size=500)])
    first = (x - x.mean(0)) @ _components(x)[1][:, 0]
    assert abs(np.corrcoef(first, y)[0, 1]) < 0.2 < 0.9 < abs(np.corrcoef(x[:, 1], y)[0, 1])
