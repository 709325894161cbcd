"""Wrong on purpose: see `mutants.not-centred` in item.toml."""

import numpy as np


def loadings(x, k):
    _, spreads, directions = np.linalg.svd(x, full_matrices=False)
    return spreads[:k, None] * directions[:k] / np.sqrt(len(x) - 1)
