"""Wrong on purpose: see `mutants.smooth-over-others` in item.toml."""

import numpy as np


def cross_entropy(logits, targets, smoothing, ignore_index):
    shifted = logits - logits.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.flatnonzero(targets != ignore_index)
    law = np.full(logits.shape, smoothing / max(logits.shape[1] - 1, 1))
    law[rows, targets[rows]] = 1.0 - smoothing
    share = np.zeros((len(logits), 1))
    share[rows] = 1.0 / max(len(rows), 1)
    return float(-(share * law * logs).sum()), share * (np.exp(logs) - law)
