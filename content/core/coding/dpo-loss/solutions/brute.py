"""Token by token in plain Python, with the two tails of the sigmoid treated apart."""

import math

import numpy as np


def log_prob(logits, tokens, mask):
    total = 0.0
    for t in range(1, len(tokens)):
        if mask[t]:
            row = logits[t - 1].tolist()
            top = max(row)
            total += row[tokens[t]] - top - math.log(sum(math.exp(x - top) for x in row))
    return total


def dpo(policy, reference, tokens, mask, beta):
    rows = range(len(tokens))
    gain = [log_prob(policy[i], tokens[i], mask[i]) - log_prob(reference[i], tokens[i], mask[i]) for i in rows]
    pairs = len(tokens) // 2
    margins = [beta * (gain[i] - gain[i + pairs]) for i in range(pairs)]
    loss = 0.0
    pull = []
    for m in margins:
        small = math.exp(-abs(m))
        loss += (math.log1p(small) + max(-m, 0.0)) / pairs
        pull.append(beta * (small if m > 0 else 1.0) / (1.0 + small) / pairs)
    return loss, np.array(margins), np.array([-p for p in pull] + pull)
