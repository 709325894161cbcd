"""Wrong on purpose: see `mutants.unit-directions` in item.toml."""

import numpy as np


def loadings(x, k):
    _, spreads, directions = np.linalg.svd(x - x.mean(axis=0), full_matrices=False)
    return directions[:k]
