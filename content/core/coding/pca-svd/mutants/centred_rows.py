"""Wrong on purpose: see `mutants.centred-rows` in item.toml."""

import numpy as np


def loadings(x, k):
    _, spreads, directions = np.linalg.svd(x - x.mean(axis=1, keepdims=True), full_matrices=False)
    return spreads[:k, None] * directions[:k] / np.sqrt(len(x) - 1)
