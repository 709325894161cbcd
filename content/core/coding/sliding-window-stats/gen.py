"""Event streams; equal times, exact ages and enormous spikes at the edge."""

from __future__ import annotations

import random
from typing import Any


def case(tier: str, seed: int) -> list[dict[str, Any]]:
    rng = random.Random(f"{tier}:{seed}")
    if tier == "sample":
        return [
            {"new": "SlidingStats", "args": [3.0], "as": "s"},
            {"call": "s.push", "args": [0.0, rng.choice([4.0, 6.0])]},
            {"call": "s.push", "args": [1.0, 2.0]},
            {"call": "s.push", "args": [3.0, 3.0]},
            {"call": "s.peek", "args": [6.0]},
        ]
    if tier == "large":
        events = [(i / 4, rng.choice([rng.gauss(0, 1), float(-i), float(i)])) for i in range(2400)]
        return [{"new": "SlidingStats", "args": [100.0], "as": "s"}, {"call": "s.feed", "args": [events]}]
    spiky = tier == "edge" and rng.random() < 0.6
    now = float(rng.randint(-5, 5))
    ops: list[dict[str, Any]] = [{"new": "SlidingStats", "args": [float(rng.randint(1, 5))], "as": "s"}]

    def tick() -> float:
        nonlocal now
        now += rng.choice([0.0, 0.5, 1.0, 1.0, 2.0] if rng.random() < 0.9 else [5.0, 9.0])
        return now

    def value() -> float:
        return rng.choice([1e17, 3e18]) if spiky and rng.random() < 0.15 else float(rng.randint(-8, 8))

    for _ in range(rng.randint(6, 14)):
        kind = rng.choice(["push", "push", "peek", "feed"])
        if kind == "push":
            ops.append({"call": "s.push", "args": [tick(), value()]})
        elif kind == "peek":
            ops.append({"call": "s.peek", "args": [tick()]})
        else:
            ops.append({"call": "s.feed", "args": [[(tick(), value()) for _ in range(rng.randint(0, 6))]]})
    return ops


def sized(n: int, seed: int) -> list[dict[str, Any]]:
    """n events, a quarter of which lie in the window: linear when a push takes constant time."""
    rng = random.Random(seed)
    events = [(float(i), rng.gauss(0, 1)) for i in range(n)]
    return [{"new": "SlidingStats", "args": [n / 4], "as": "s"}, {"call": "s.feed", "args": [events]}]
