"""Random layers; exact halves, zero rows, outlier rows and long sums at the edge."""

from __future__ import annotations

import random

import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    n, p, q = {"sample": (1, 2, 2), "large": (60, 120, 80)}.get(tier, tuple(rng.randint(1, 5) for _ in range(3)))
    if tier == "edge" and rng.random() < 0.3:
        p = 600
    bias = np.round(draw.normal(size=q), 3)
    if tier == "sample":
        return np.array([[127.0, rng.choice([-3.0, 4.0])]]), np.array([[127.0, 64.0], [1.27, 0.5]]), bias
    if tier == "edge" and rng.random() < 0.5:
        x, weight = (np.floor(draw.uniform(-126, 126, size=s)) + 0.5 for s in ((n, p), (q, p)))
        x[:, 0] = weight[:, -1] = 127.0
    else:
        x, weight = (np.round(draw.normal(size=s), 6) for s in ((n, p), (q, p)))
    if tier == "edge":
        x[rng.randrange(n)] *= rng.choice([0.0, 1.0, 2.0**20])
        weight[rng.randrange(q)] *= rng.choice([0.0, 1.0, 2.0**-20])
    return x, weight, bias


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    return draw.normal(size=(n, 16)), draw.normal(size=(8, 16)), draw.normal(size=8)


def valid(x: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> bool:
    if not all(isinstance(a, np.ndarray) and a.dtype.kind == "f" and a.size > 0 for a in (x, weight, bias)):
        return False
    fits = x.ndim == weight.ndim == 2 and x.shape[1] == weight.shape[1] and bias.shape == weight.shape[:1]
    sizes = [abs(a[a != 0]) for a in (x, weight)]
    return fits and all(bool(((s > 1e-15) & (s < 1e9)).all()) for s in sizes) and bool((abs(bias) < 1e9).all())
