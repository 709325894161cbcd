"""Steps on both sides of every border of the schedule."""

from __future__ import annotations

import random


def case(tier: str, seed: int) -> tuple[list[int], float, float, int, int, int, float, int]:
    rng = random.Random(f"{tier}:{seed}")
    if tier == "sample":
        return [0, 1, 2, 4, 6, 7], 0.8, rng.choice([0.0, 0.2]), 2, 4, 2, 0.5, 1
    if tier == "large":
        return rng.sample(range(300_000), 3000), 0.003, 0.0001, 2000, 1000, 2, 0.7, 8
    edge = tier == "edge"
    warmup = rng.randint(0 if edge else 1, 4)
    first = rng.randint(1, 5)
    growth = rng.randint(1, 3)
    cycles = rng.randint(0 if edge else 1, 4)
    peak = rng.choice([1.0, 0.3, 6e-4])
    floor = peak * rng.choice([0.0, 0.1, 0.6, 1.0] if edge else [0.0, 0.1])
    decay = rng.choice([1.0, 0.5, 0.05] if edge else [1.0, 0.8])
    last = warmup + sum(first * growth**i for i in range(cycles))
    steps = [*range(min(last, 60) + 2), last - 1, last, last + 1, 10**9]
    steps = [step for step in steps if step >= 0]
    rng.shuffle(steps)
    if edge and rng.random() < 0.1:
        steps = []
    return steps, peak, floor, warmup, first, growth, decay, cycles


def sized(n: int, seed: int) -> tuple[list[int], float, float, int, int, int, float, int]:
    """n steps asked for, all before step 4,000, so that a table up to the last step costs the same at every n."""
    rng = random.Random(seed)
    return [rng.randrange(4000) for _ in range(n)], 0.003, 0.0001, 200, 100, 2, 0.7, 6


def valid(
    steps: list[int], peak: float, floor: float, warmup: int, first: int, growth: int, decay: float, cycles: int
) -> bool:
    if not isinstance(steps, list) or not all(type(step) is int and step >= 0 for step in steps):
        return False
    if not all(type(count) is int for count in (warmup, first, growth, cycles)):
        return False
    if not all(isinstance(rate, float) for rate in (peak, floor, decay)):
        return False
    counts = 0 <= warmup <= 10**6 and 1 <= first <= 10**6 and 1 <= growth <= 10 and 0 <= cycles <= 12
    return counts and 0 <= floor <= peak <= 10 and peak > 0 and 0 < decay <= 1
