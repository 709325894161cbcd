"""Wrong on purpose: see `mutants.flips-below-half` in item.toml."""

import numpy as np


def roc_auc(labels, scores, weights):
    positive, negative = weights * labels, weights * (1 - labels)
    pairs = positive.sum() * negative.sum()
    if not pairs:
        return float("nan")
    _, group = np.unique(scores, return_inverse=True)
    ours, theirs = np.bincount(group, positive), np.bincount(group, negative)
    won = ours * (theirs.cumsum() - theirs / 2)
    return float(max(won.sum() / pairs, 1 - won.sum() / pairs))
