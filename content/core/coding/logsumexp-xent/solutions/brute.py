"""One row at a time in plain Python."""

import math

import numpy as np


def cross_entropy(logits, targets, smoothing, ignore_index):
    classes = logits.shape[1]
    kept = [i for i, target in enumerate(targets.tolist()) if target != ignore_index]
    loss = 0.0
    grad = np.zeros_like(logits)
    for i in kept:
        row = logits[i].tolist()
        top = max(row)
        norm = top + math.log(sum(math.exp(z - top) for z in row))
        for c in range(classes):
            wanted = smoothing / classes + (1 - smoothing if c == targets[i] else 0.0)
            loss += wanted * (norm - row[c]) / len(kept)
            grad[i, c] = (math.exp(row[c] - norm) - wanted) / len(kept)
    return loss, grad
