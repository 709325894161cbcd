"""Scripts of forward, backward, merge and unmerge; adapters far larger than the weight at the edge."""

from __future__ import annotations

import random
from typing import Any

import numpy as np


def case(tier: str, seed: int) -> list[dict[str, Any]]:
    rng = random.Random(f"{tier}:{seed}")
    draw = np.random.default_rng(rng.getrandbits(32))
    p, q, r = {"sample": (2, 2, 1), "large": (160, 120, 8)}.get(tier, tuple(rng.randint(1, 5) for _ in range(3)))
    digits = 1 if tier == "sample" else 6

    def array(*shape: int) -> np.ndarray:
        return np.round(draw.normal(size=shape), digits)

    bias = None if tier == "edge" and rng.random() < 0.4 else array(q)
    scale = 1e13 if tier == "edge" and rng.random() < 0.5 else 1.0
    alpha = float(rng.choice([1, 2, 8, 16]))
    ops: list[dict[str, Any]] = [
        {"new": "LoRALinear", "args": [array(q, p), bias, array(r, p) * scale, array(q, r), alpha], "as": "m"},
        {"get": "m.trainable"},
    ]
    leads = [(2,)] if tier == "sample" else [(400,)] if tier == "large" else [(), (3,), (2, 3), (1, 2, 2)]

    def passes() -> list[dict[str, Any]]:
        lead = rng.choice(leads) if tier != "edge" or rng.random() < 0.8 else (0,)
        x = array(*lead, p)
        return [{"call": "m.forward", "args": [x]}, {"call": "m.backward", "args": [x, array(*lead, q)]}]

    script = [] if tier in ("sample", "large") else rng.choices(["merge", "unmerge"], k=rng.randint(2, 5))
    ops += passes()
    for name in [*script, "merge", "unmerge"]:
        ops += [{"call": f"m.{name}", "args": []}, {"get": "m.weight"}, *passes()]
    return ops


def sized(n: int, seed: int) -> list[dict[str, Any]]:
    draw = np.random.default_rng(seed)
    x, dy = draw.normal(size=(2, n, 8))
    args = [draw.normal(size=(8, 8)), draw.normal(size=8), draw.normal(size=(2, 8)), draw.normal(size=(8, 2)), 4.0]
    new = {"new": "LoRALinear", "args": args, "as": "m"}
    return [new, {"call": "m.forward", "args": [x]}, {"call": "m.backward", "args": [x, dy]}]
