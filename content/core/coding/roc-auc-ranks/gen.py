"""Scores with many ties; one class, zero weights and infinite scores at the edge."""

from __future__ import annotations

import random

import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    n = {"sample": 4, "large": 40_000}.get(tier, rng.randint(0 if tier == "edge" else 2, 12))
    labels = (draw.random(n) < rng.choice([0.2, 0.5, 0.8])).astype(np.int64)
    levels = 5000 if tier == "large" else rng.choice([2, 4, 1000])
    scores = draw.integers(0, levels, size=n) / 8 + 0.25 * labels
    weights = np.ones(n) if rng.random() < 0.3 else draw.integers(1, 9, size=n) / 4
    if tier == "sample":
        return np.array([0, 1, 0, 1]), np.round(draw.random(4), 1), np.ones(4)
    if tier == "edge":
        kind = rng.choice(["one-class", "weightless", "infinite", "close", "close"])
        if kind == "one-class":
            labels[:] = rng.randint(0, 1)
        elif kind == "weightless":
            weights[draw.random(n) < 0.5] = 0.0
        elif kind == "infinite":
            scores = np.where(draw.random(n) < 0.6, draw.choice([-np.inf, np.inf], size=n), scores)
        else:
            scores = 1.0 + scores * 2.0**-49
    return labels, scores, weights


def valid(labels: np.ndarray, scores: np.ndarray, weights: np.ndarray) -> bool:
    if not all(isinstance(a, np.ndarray) and a.ndim == 1 for a in (labels, scores, weights)):
        return False
    if not labels.shape == scores.shape == weights.shape or scores.dtype.kind + weights.dtype.kind != "ff":
        return False
    known = labels.dtype.kind == "i" and bool(np.isin(labels, [0, 1]).all()) and not bool(np.isnan(scores).any())
    light = weights[weights != 0]
    return known and bool(((light >= 1e-3) & (light <= 1e3)).all())


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed % 2**32)
    return draw.integers(0, 2, size=n), draw.integers(0, n + 1, size=n) / 8, np.ones(n)
