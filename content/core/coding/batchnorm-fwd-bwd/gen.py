"""Scripts of forward, backward and evaluation; offsets, single rows and constant channels at the edge."""

from __future__ import annotations

import random
from typing import Any

import numpy as np


def case(tier: str, seed: int) -> list[dict[str, Any]]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    edge = tier == "edge"
    channels = {"sample": 1, "large": 6}.get(tier, rng.randint(1, 3))
    length = {"sample": None, "large": 5}.get(tier, rng.choice([None, 1, 3]))
    digits = 1 if tier == "sample" else 6
    offset = rng.choice([0.0, 1e6]) if edge else 0.0

    def array(rows: int) -> np.ndarray:
        shape = (rows, channels) if length is None else (rows, channels, length)
        return np.round(draw.normal(size=shape), digits)

    def rows() -> int:
        return {"sample": 2, "large": 40}.get(tier, rng.randint(1 if edge else 2, 5))

    gamma, beta = (np.round(draw.normal(size=channels), digits) for _ in range(2))
    momentum, eps = rng.choice([0.1, 0.3]), rng.choice([1e-5, 1e-2])
    ops: list[dict[str, Any]] = [{"new": "BatchNorm", "args": [gamma, beta, momentum, eps], "as": "b"}]
    modes = [True, False] if tier in ("sample", "large") else [True, *rng.choices([True, False], k=3), False]
    for training in modes:
        x = array(rows()) + offset
        if edge and rng.random() < 0.2:
            x[:, 0] = 2.0
        ops.append({"call": "b.forward", "args": [x, training]})
        ops += [{"get": "b.running_mean"}, {"get": "b.running_var"}, {"call": "b.backward", "args": [array(len(x))]}]
    return ops


def sized(n: int, seed: int) -> list[dict[str, Any]]:
    draw = np.random.default_rng(seed)
    x, dy = draw.normal(size=(2, n, 4))
    new = {"new": "BatchNorm", "args": [np.ones(4), np.zeros(4), 0.1, 1e-5], "as": "b"}
    return [new, {"call": "b.forward", "args": [x, True]}, {"call": "b.backward", "args": [dy]}]
