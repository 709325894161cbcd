"""Wrong on purpose: see `mutants.weights-ignored` in item.toml."""

import numpy as np


def roc_auc(labels, scores, weights):
    positive, negative = 1.0 * labels, 1.0 - labels
    pairs = positive.sum() * negative.sum()
    if not pairs:
        return float("nan")
    _, group = np.unique(scores, return_inverse=True)
    ours, theirs = np.bincount(group, positive), np.bincount(group, negative)
    won = ours * (theirs.cumsum() - theirs / 2)
    return float(won.sum() / pairs)
