import numpy as np


def pca(x, k):
    """x (n, d) to the mean (d,), k directions as rows (k, d) and all variances, largest first."""
    mean = x.mean(axis=0)
    _, singular, directions = np.linalg.svd(x - mean, full_matrices=False)
    return mean, directions[:k], singular**2 / len(x)


def project(x, mean, directions):
    return (x - mean) @ directions.T


def rebuild(codes, mean, directions):
    return mean + codes @ directions


rng = np.random.default_rng(0)
x = rng.normal(size=(300, 2)) @ rng.normal(size=(2, 10)) + 0.01 * rng.normal(size=(300, 10)) + 5
mean, directions, variances = pca(x, 2)
assert np.allclose(directions @ directions.T, np.eye(2))
assert variances[:2].sum() / variances.sum() > 0.999  # ten columns, two real degrees of freedom
assert np.abs(rebuild(project(x, mean, directions), mean, directions) - x).max() < 0.1
