"""Checks of the claims about kernels."""

import numpy as np


def _features(x):
    """All products of two coordinates."""
    return (x[:, :, None] * x[:, None]).reshape(len(x), -1)


def _rbf(x, z, gamma):
    return np.exp(-gamma * ((x[:, None] - z[None]) ** 2).sum(-1))


def kernel_is_an_inner_product():
    x = np.random.default_rng(0).normal(size=(20, 5))
    assert np.allclose((x @ x.T) ** 2, _features(x) @ _features(x).T)


def kernel_ridge_equals_explicit():
    rng = np.random.default_rng(1)
    x, new = rng.normal(size=(60, 3)), rng.normal(size=(10, 3))
    y = x[:, 0] * x[:, 1] + 0.1 * rng.normal(size=60)
    f, g = _features(x), _features(new)
    explicit = g @ np.linalg.solve(f.T @ f + 0.5 * np.eye(9), f.T @ y)
    kernel = (new @ x.T) ** 2 @ np.linalg.solve((x @ x.T) ** 2 + 0.5 * np.eye(60), y)
    assert np.allclose(explicit, kernel)
    assert np.corrcoef(kernel, new[:, 0] * new[:, 1])[0, 1] > 0.99


def gram_matrices_are_psd():
    x = np.random.default_rng(2).normal(size=(40, 2))
    assert np.linalg.eigvalsh(_rbf(x, x, 0.7)).min() > -1e-10
    assert np.linalg.eigvalsh(np.tanh(x @ x.T - 1)).min() < -0.1


def narrow_rbf_memorises():
    rng = np.random.default_rng(3)
    x, new = np.sort(rng.uniform(-2, 2, (40, 1)), axis=0), rng.uniform(-2, 2, (200, 1))
    y = np.sin(2 * x[:, 0]) + 0.3 * rng.normal(size=40)
    errors = {}
    for gamma in (1.0, 3000.0):
        a = np.linalg.solve(_rbf(x, x, gamma) + 0.1 * np.eye(40), y)
        test = ((_rbf(new, x, gamma) @ a - np.sin(2 * new[:, 0])) ** 2).mean()
        errors[gamma] = (((_rbf(x, x, gamma) @ a - y) ** 2).mean(), test)
    assert errors[3000.0][0] < errors[1.0][0]
    assert errors[3000.0][1] > 3 * errors[1.0][1]


def cost_is_in_examples():
    rng = np.random.default_rng(4)
    for n, d in ((30, 2), (30, 500), (60, 2)):
        x = rng.normal(size=(n, d))
        assert ((x @ x.T) ** 2).shape == (n, n)
        assert _features(x).shape[1] == d * d
