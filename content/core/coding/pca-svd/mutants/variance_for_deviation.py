"""Wrong on purpose: see `mutants.variance-for-deviation` in item.toml."""

import numpy as np


def loadings(x, k):
    _, spreads, directions = np.linalg.svd(x - x.mean(axis=0), full_matrices=False)
    return spreads[:k, None] ** 2 * directions[:k] / (len(x) - 1)
