"""Wrong on purpose: see `mutants.ascending` in item.toml."""

import numpy as np


def loadings(x, k):
    _, spreads, directions = np.linalg.svd(x - x.mean(axis=0), full_matrices=False)
    return spreads[::-1][:k, None] * directions[::-1][:k] / np.sqrt(len(x) - 1)
