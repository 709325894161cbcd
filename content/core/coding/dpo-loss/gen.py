"""Random pairs; prompts of every length, and logits so large that a naive sigmoid fails."""

from __future__ import annotations

import random

import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, float]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    least = 1 if tier == "edge" else 2
    drawn = (rng.randint(1, 4), rng.randint(least, 6), rng.randint(least, 5))
    pairs, length, vocab = {"sample": (1, 3, 2), "large": (8, 120, 200)}.get(tier, drawn)
    size = rng.choice([1.0, 3000.0, 9000.0]) if tier == "edge" else 1.0
    shape = (2 * pairs, length, vocab)
    policy, reference = (np.round(draw.normal(size=shape) * size, 1 if tier == "sample" else 6) for _ in range(2))
    tokens = draw.integers(0, vocab, size=shape[:2])
    start = draw.integers(0, length + (tier == "edge"), size=2 * pairs)
    stop = draw.integers(np.maximum(start, length // 2), length + 1)
    place = np.arange(length)
    mask = (place >= start[:, None]) & (place < stop[:, None])
    if tier == "sample":
        mask = np.array([[False, True, True], [False, False, True]])
    return policy, reference, tokens, mask, rng.choice([0.1, 0.5, 2.0])


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, float]:
    """One pair of answers n tokens long."""
    draw = np.random.default_rng(seed)
    policy, reference = draw.normal(size=(2, 2, n, 4))
    return policy, reference, draw.integers(0, 4, size=(2, n)), np.ones((2, n), dtype=bool), 0.1


def valid(policy: np.ndarray, reference: np.ndarray, tokens: np.ndarray, mask: np.ndarray, beta: float) -> bool:
    if not all(isinstance(x, np.ndarray) for x in (policy, reference, tokens, mask)) or policy.ndim != 3:
        return False
    fits = policy.shape == reference.shape and tokens.shape == mask.shape == policy.shape[:2] and policy.size > 0
    kinds = policy.dtype.kind + reference.dtype.kind + tokens.dtype.kind + mask.dtype.kind == "ffib"
    if not (fits and kinds and policy.shape[0] % 2 == 0 and isinstance(beta, float) and 0.01 <= beta <= 10):
        return False
    finite = bool(np.isfinite(policy).all() and np.isfinite(reference).all())
    return finite and bool((tokens >= 0).all() and (tokens < policy.shape[2]).all())
