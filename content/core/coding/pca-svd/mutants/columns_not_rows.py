"""Wrong on purpose: see `mutants.columns-not-rows` in item.toml."""

import numpy as np


def loadings(x, k):
    _, spreads, directions = np.linalg.svd(x - x.mean(axis=0), full_matrices=False)
    if len(directions) == directions.shape[1]:
        directions = directions.T
    return spreads[:k, None] * directions[:k] / np.sqrt(len(x) - 1)
