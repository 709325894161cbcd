"""Wrong on purpose: see `mutants.ties-by-row-order` in item.toml."""

import numpy as np


def roc_auc(labels, scores, weights):
    positive, negative = weights * labels, weights * (1 - labels)
    pairs = positive.sum() * negative.sum()
    if not pairs:
        return float("nan")
    group = np.argsort(np.argsort(scores, kind="stable"), kind="stable")
    ours, theirs = np.bincount(group, positive), np.bincount(group, negative)
    won = ours * (theirs.cumsum() - theirs / 2)
    return float(won.sum() / pairs)
