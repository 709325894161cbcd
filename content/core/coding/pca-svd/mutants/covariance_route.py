"""Wrong on purpose: see `mutants.covariance-route` in item.toml."""

import numpy as np


def loadings(x, k):
    centred = x - x.mean(axis=0)
    variances, columns = np.linalg.eigh(centred.T @ centred / (len(x) - 1))
    order = np.argsort(-variances)[:k]
    return np.sqrt(np.maximum(variances[order], 0.0))[:, None] * columns[:, order].T
