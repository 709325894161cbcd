"""Random heads and lengths; large scores at the edge."""

from __future__ import annotations

import random

import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, bool]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    shared, group = {"sample": (1, 2), "large": (4, 4)}.get(tier, (rng.randint(1, 3), rng.randint(1, 3)))
    keys = {"sample": 2, "large": 160}.get(tier, rng.randint(1, 6))
    queries = keys if tier == "sample" else rng.randint(1, keys) if tier != "large" else 120
    d, e = {"sample": (1, 1), "large": (16, 24)}.get(tier, (rng.randint(1, 4), rng.randint(1, 4)))
    size = rng.choice([1.0, 60.0]) if tier == "edge" else 1.0
    shapes = [(shared * group, queries, d), (shared, keys, d), (shared, keys, e)]
    q, k, v = (np.round(draw.normal(size=s) * size, 1 if tier == "sample" else 6) for s in shapes)
    return q, k, v, rng.random() < 0.6


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, bool]:
    draw = np.random.default_rng(seed)
    return draw.normal(size=(2, n, 4)), draw.normal(size=(1, n, 4)), draw.normal(size=(1, n, 4)), True


def valid(q: np.ndarray, k: np.ndarray, v: np.ndarray, causal: bool) -> bool:
    if not all(isinstance(x, np.ndarray) and x.ndim == 3 and x.dtype.kind == "f" for x in (q, k, v)):
        return False
    finite = all(bool(np.isfinite(x).all()) and x.size > 0 for x in (q, k, v))
    fits = q.shape[0] % k.shape[0] == 0 and k.shape[:2] == v.shape[:2] and q.shape[2] == k.shape[2]
    return finite and fits and q.shape[1] <= k.shape[1] and isinstance(causal, bool)
