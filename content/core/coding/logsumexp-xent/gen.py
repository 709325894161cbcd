"""Random logits; at the edge huge ones, one class, and rows that are ignored, all of them at times."""

from __future__ import annotations

import random

import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    least = 1 if tier == "edge" else 2
    drawn = (rng.randint(least, 6), rng.randint(least, 5))
    n, classes = {"sample": (2, 3), "large": (600, 400)}.get(tier, drawn)
    size = rng.choice([1.0, 1e4, 1e4]) if tier == "edge" else 1.0
    logits = np.round(draw.normal(size=(n, classes)) * size, 1 if tier == "sample" else 6)
    targets = draw.integers(0, classes, size=n)
    ignore = rng.choice([-100, -1, classes, 0]) if tier != "sample" else -100
    share = rng.choice([0.0, 0.4, 1.0]) if tier == "edge" else 0.3
    targets[draw.random(n) < share] = ignore
    return logits, targets, rng.choice([0.0, 0.1, 0.25]) if tier != "edge" else rng.choice([0.0, 0.1, 1.0]), ignore


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, float, int]:
    draw = np.random.default_rng(seed)
    return draw.normal(size=(n, 8)), draw.integers(0, 8, size=n), 0.1, -100


def valid(logits: np.ndarray, targets: np.ndarray, smoothing: float, ignore_index: int) -> bool:
    if not (isinstance(logits, np.ndarray) and isinstance(targets, np.ndarray) and logits.ndim == 2):
        return False
    if logits.size == 0 or logits.dtype.kind != "f" or targets.dtype.kind != "i" or targets.shape != logits.shape[:1]:
        return False
    known = (targets == ignore_index) | ((targets >= 0) & (targets < logits.shape[1]))
    finite = bool(np.isfinite(logits).all()) and bool((abs(logits) < 1e6).all())
    return finite and bool(known.all()) and isinstance(smoothing, float) and 0 <= smoothing <= 1
