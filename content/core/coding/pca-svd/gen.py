"""Data with known, well separated spreads; offsets and spreads over nine orders of magnitude at the edge."""

from __future__ import annotations

import random

import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, int]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    n, d = {"sample": (3, 2), "large": (6000, 4)}.get(tier, (rng.randint(2, 8), rng.randint(1, 5)))
    rank = min(n - 1, d)
    if tier == "sample":
        return np.array([[0.0, 0.0], [2.0, float(rng.randint(1, 4))], [4.0, 0.0]]), 1
    left = np.linalg.qr(np.hstack([np.ones((n, 1)), draw.normal(size=(n, rank))]))[0][:, 1:]
    right = np.linalg.qr(draw.normal(size=(d, rank)))[0]
    spreads = 3.0 * rng.choice([0.5, 0.7]) ** np.arange(rank) if tier != "large" else 60.0 * 0.9 ** np.arange(rank)
    kind = rng.choice(["plain", "offset", "wild", "wild", "rank"]) if tier == "edge" else "plain"
    if kind == "wild":
        spreads = np.geomspace(1e6, 1e-3, rank) if rank > 1 else spreads
    elif kind == "rank" and rank > 1:
        spreads = spreads * (np.arange(rank) < rank - 1)
    x = left * spreads @ right.T + draw.normal(size=d) * (1e5 if kind == "offset" else 1.0)
    return x, rng.randint(1, rank) if kind != "wild" else rank


def sized(n: int, seed: int) -> tuple[np.ndarray, int]:
    return np.random.default_rng(seed).normal(size=(n, 4)) * [8.0, 4.0, 2.0, 1.0], 2


def valid(x: np.ndarray, k: int) -> bool:
    if not (isinstance(x, np.ndarray) and x.ndim == 2 and x.dtype.kind == "f" and len(x) >= 2 and type(k) is int):
        return False
    if not (1 <= k <= min(x.shape) and bool(np.isfinite(x).all()) and bool((abs(x) < 1e8).all())):
        return False
    spreads = np.linalg.svd(x - x.mean(axis=0), compute_uv=False)
    apart = spreads[1:] < 0.97 * spreads[:-1]
    tiny = spreads < 1e-10 * max(spreads[0], 1e-3)
    return bool((apart | tiny[1:]).all()) and not bool(tiny[:k].any() and spreads[0] > 1e4)
