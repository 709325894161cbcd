"""Few distinct values, so that ties and equal neighbours abound; constant features and pure nodes at the edge."""

from __future__ import annotations

import random

import numpy as np


def case(tier: str, seed: int) -> tuple[np.ndarray, np.ndarray, int]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    edge = tier == "edge"
    n, d = {"sample": (4, 1), "large": (300, 3)}.get(tier, (rng.randint(1 if edge else 3, 10), rng.randint(1, 3)))
    levels = {"sample": 9, "large": 60}.get(tier, rng.choice([2, 4, 30]))
    x = draw.integers(-levels, levels + 1, size=(n, d)) / 2
    classes = draw.choice([-3, 0, 1, 2, 7], size=rng.randint(2, 4), replace=False)
    y = draw.choice(classes, size=n)
    if tier in ("sample", "large"):
        y = np.where(x[:, 0] > draw.permutation(x[:, 0])[0], classes[0], y)
        return x, y, 1 if tier == "sample" else 20
    if edge:
        kind = rng.choice(["pure", "constant", "twins", "xor"])
        if kind == "pure":
            y[:] = classes[0]
        elif kind == "constant":
            x[:, rng.randrange(d)] = 1.5
        elif kind == "twins":
            x = np.hstack([x, x[:, :1]])
        else:
            x, y = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])
    return x, y, rng.randint(1, 3)


def valid(x: np.ndarray, y: np.ndarray, min_leaf: int) -> bool:
    if not (isinstance(x, np.ndarray) and isinstance(y, np.ndarray) and x.ndim == 2 and y.shape == x.shape[:1]):
        return False
    if x.size == 0 or x.dtype.kind != "f" or not bool((abs(x) <= 1e6).all()):
        return False
    return bool((x * 2 == np.floor(x * 2)).all()) and y.dtype.kind == "i" and type(min_leaf) is int and min_leaf >= 1


def sized(n: int, seed: int) -> tuple[np.ndarray, np.ndarray, int]:
    draw = np.random.default_rng(seed % 2**32)
    return np.round(draw.normal(size=(n, 3)) * n) / 2, draw.integers(0, 3, size=n), 1
