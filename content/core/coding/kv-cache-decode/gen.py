"""Scripts that mix prefill, single steps, roll-back and reset."""

from __future__ import annotations

import random
from typing import Any

import numpy as np

SIZES = {"sample": (1, 2), "small": (3, 3), "edge": (3, 3), "large": (4, 8)}


def case(tier: str, seed: int) -> list[dict[str, Any]]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    heads, width = SIZES[tier] if tier in ("sample", "large") else (rng.randint(1, 3), rng.randint(1, 3))
    d = heads * width
    digits = 1 if tier == "sample" else 6
    size = rng.choice([1.0, 40.0]) if tier == "edge" else 1.0

    def tokens(*shape: int) -> np.ndarray:
        return np.round(draw.normal(size=shape) * size, digits)

    weights = [np.round(draw.normal(size=(d, d)), digits) for _ in range(4)]
    ops: list[dict[str, Any]] = [{"new": "CachedAttention", "args": [*weights, heads], "as": "a"}]
    if tier == "sample":
        prefill, step = {"call": "a.prefill", "args": [tokens(2, d)]}, {"call": "a.step", "args": [tokens(d)]}
        return [*ops, prefill, step, {"get": "a.length"}]
    if tier == "large":
        ops.append({"call": "a.prefill", "args": [tokens(300, d)]})
        return [*ops, *({"call": "a.step", "args": [tokens(d)]} for _ in range(150)), {"get": "a.length"}]
    length = 0
    for _ in range(rng.randint(5, 9)):
        kind = rng.choice(["prefill", "prefill", "step", "step", "truncate", "reset"])
        if kind == "prefill":
            count = rng.randint(0 if tier == "edge" else 1, 5)
            ops.append({"call": "a.prefill", "args": [tokens(count, d)]})
            length += count
        elif kind == "step":
            ops.append({"call": "a.step", "args": [tokens(d)]})
            length += 1
        elif kind == "truncate":
            length = rng.randint(0, length)
            ops.append({"call": "a.truncate", "args": [length]})
        elif tier == "edge":
            ops.append({"call": "a.reset", "args": []})
            length = 0
        ops.append({"get": "a.length"})
    return [*ops, {"call": "a.prefill", "args": [tokens(2, d)]}, {"call": "a.step", "args": [tokens(d)]}]
