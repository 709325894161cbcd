"""Wrong on purpose: see `mutants.sign-flipped` in item.toml."""

import numpy as np


def log_prob(logits, tokens, mask):
    shifted = logits - logits.max(axis=2, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=2, keepdims=True))
    picked = np.take_along_axis(logs[:, :-1], tokens[:, 1:, None], axis=2).squeeze(2)
    return np.sum(picked, axis=1, where=mask[:, 1:])


def dpo(policy, reference, tokens, mask, beta):
    gain = log_prob(policy, tokens, mask) - log_prob(reference, tokens, mask)
    chosen, rejected = np.split(gain, 2)
    margins = beta * (rejected - chosen)
    loss = np.logaddexp(0.0, -margins).mean()
    pull = beta * np.exp(-np.logaddexp(0.0, margins)) / len(margins)
    return float(loss), margins, np.concatenate([-pull, pull])
