"""Checks of the claims about BERT and GPT."""

from itertools import product

import numpy as np


def _attend(x, causal):
    scores = x @ x.T / x.shape[1] ** 0.5
    if causal:
        scores = np.where(np.tri(len(x), dtype=bool), scores, -np.inf)
    p = np.exp(scores - scores.max(1, keepdims=True))
    return p / p.sum(1, keepdims=True) @ x


def only_the_encoder_sees_what_follows():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(6, 8))
    other = np.vstack([x[:-1], rng.normal(size=8)])
    assert np.array_equal(_attend(x, True)[:5], _attend(other, True)[:5])
    assert not np.allclose(_attend(x, False)[0], _attend(other, False)[0])


def every_position_teaches():
    """Of a sequence of 512 tokens the causal loss has 511 terms, the masked one about 77."""
    rng = np.random.default_rng(1)
    masked = (rng.random((2000, 512)) < 0.15).sum(1).mean()
    assert abs(masked - 76.8) < 1 and 511 / masked > 6


def only_left_to_right_factors_sum_to_one():
    """Over all texts of three words: the product of next-word probabilities sums to one, that of masked ones does not."""
    rng = np.random.default_rng(2)
    p = rng.dirichlet(np.full(27, 0.3)).reshape(3, 3, 3)
    left = p.sum((1, 2))[:, None, None] * (p.sum(2) / p.sum((1, 2))[:, None])[:, :, None] * (p / p.sum(2, keepdims=True))
    assert np.allclose(left, p) and abs(left.sum() - 1) < 1e-12
    both = sum(np.prod([p[t] / p.sum(axis)[t[:axis] + t[axis + 1 :]] for axis in range(3)]) for t in product(range(3), repeat=3))
    assert abs(both - 1) > 0.1
