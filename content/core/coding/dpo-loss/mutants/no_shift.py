"""Wrong on purpose: see `mutants.no-shift` in item.toml."""

import numpy as np


def log_prob(logits, tokens, mask):
    shifted = logits - logits.max(axis=2, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=2, keepdims=True))
    picked = np.take_along_axis(logs, tokens[:, :, None], axis=2).squeeze(2)
    return np.sum(picked, axis=1, where=mask)


def dpo(policy, reference, tokens, mask, beta):
    gain = log_prob(policy, tokens, mask) - log_prob(reference, tokens, mask)
    chosen, rejected = np.split(gain, 2)
    margins = beta * (chosen - rejected)
    loss = np.logaddexp(0.0, -margins).mean()
    pull = beta * np.exp(-np.logaddexp(0.0, margins)) / len(margins)
    return float(loss), margins, np.concatenate([-pull, pull])
