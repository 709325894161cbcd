"""Checks of the claims about batching and speculative decoding."""

import numpy as np

READ, COMPUTE = 14e9 / 2e12, 14e9 / 300e12
"""Seconds to read the weights of 7 billion parameters once, and to compute one token with them."""


def _step(tokens):
    """A step that handles that many tokens, be they of several requests or drafted: the slower of reading and computing."""
    return max(READ, tokens * COMPUTE)


def a_batch_shares_the_weights():
    assert _step(8) == _step(1) == READ and _step(300) > 1.9 * READ


def slots_are_refilled():
    """Eight slots, 64 answers of various lengths: steps with a batch that waits for its longest, and with refilled slots."""
    rng = np.random.default_rng(0)
    lengths = rng.geometric(1 / 60, size=64)
    static = sum(max(lengths[i : i + 8]) for i in range(0, 64, 8))
    slots = np.zeros(8)
    for n in lengths:
        slots[slots.argmin()] += n
    assert lengths.sum() / 8 <= slots.max() < 0.7 * static


def output_follows_the_large_model():
    """Exactly, with fractions of the outcomes: accepted mass plus resampled mass is p, whatever q is."""
    rng = np.random.default_rng(1)
    for _ in range(20):
        p, q = rng.dirichlet(np.ones(7)), rng.dirichlet(np.ones(7))
        accepted = q * np.minimum(1, p / q)
        rest = np.maximum(p - q, 0)
        out = accepted + (1 - accepted.sum()) * rest / rest.sum()
        assert np.allclose(out, p)
        assert abs(accepted.sum() - (1 - np.abs(p - q).sum() / 2)) < 1e-12, "accepted as often as the two overlap"


def tokens_of_a_pass():
    """The accepted run and one token more, by simulation and by the formula; it cannot pass 1/(1 - a)."""
    rng = np.random.default_rng(2)

    def mean(a, k):
        return (1 - a ** (k + 1)) / (1 - a)

    for a, k in ((0.8, 4), (0.6, 4)):
        runs = np.cumprod(rng.random((40000, k)) < a, axis=1).sum(1) + 1
        assert abs(runs.mean() - mean(a, k)) < 0.03
    assert round(mean(0.8, 4), 2) == 3.36 and round(mean(0.6, 4), 2) == 2.31 and mean(0.8, 40) < 5


def speculation_pays_at_small_batches():
    """Tokens a second with four drafts at acceptance 0.7 and a draft of a tenth of the size, against none."""

    def speed(batch, drafts):
        gained = (1 - 0.7 ** (drafts + 1)) / 0.3
        return batch * gained / (_step(batch * (drafts + 1)) + drafts * _step(batch) / 10)

    assert speed(1, 4) > 1.8 * speed(1, 0)
    assert speed(300, 4) < speed(300, 0)
    assert speed(64, 0) == 64 * speed(1, 0), "the batch itself raises the throughput"
