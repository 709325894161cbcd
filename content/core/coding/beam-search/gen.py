"""Scores in steps of 1/8, so that sums are exact and ties are real."""

from __future__ import annotations

import math
import random


def case(tier: str, seed: int) -> tuple[list[list[float]], int, int, int, int, float]:
    rng = random.Random(f"{tier}:{seed}")
    edge = tier == "edge"
    size = {"sample": 3, "large": 30}.get(tier, rng.randint(2, 4))
    levels = rng.choice([2, 6, 40]) if tier != "large" else 400
    forbidden = rng.choice([0.0, 0.3, 0.7]) if edge else 0.0

    def score() -> float:
        return -math.inf if rng.random() < forbidden else -rng.randint(0 if edge else 1, levels) / 8

    scores = [[score() for _ in range(size)] for _ in range(size)]
    start = rng.randrange(size)
    end = rng.choice([token for token in range(size) if token != start])
    if tier == "sample":
        return scores, start, end, 2, 3, 1.0
    if tier == "large":
        return scores, start, end, 6, 20, 0.5
    longest = rng.randint(0 if edge else 1, 5)
    width = rng.choice([1, 2, 3, 20]) if edge else rng.randint(1, 3)
    return scores, start, end, width, longest, rng.choice([0.0, 0.5, 1.0, 2.0])


def sized(n: int, seed: int) -> tuple[list[list[float]], int, int, int, int, float]:
    """A beam n wide, for twelve rounds over six tokens, of which the end is never reached."""
    rng = random.Random(seed)
    scores = [[-rng.randint(1, 400) / 8 for _ in range(5)] + [-math.inf] for _ in range(6)]
    return scores, 0, 5, n, 12, 1.0


def valid(scores: list[list[float]], start: int, end: int, width: int, max_len: int, alpha: float) -> bool:
    if not isinstance(scores, list) or not all(isinstance(row, list) and len(row) == len(scores) for row in scores):
        return False
    cells = [cell for row in scores for cell in row]
    if not all(isinstance(c, float) and (c == -math.inf or -100 <= c <= 0 and c * 8 == int(c * 8)) for c in cells):
        return False
    if not all(type(value) is int for value in (start, end, width, max_len)) or not isinstance(alpha, float):
        return False
    tokens = 0 <= start < len(scores) and 0 <= end < len(scores) and start != end
    return tokens and width >= 1 and 0 <= max_len <= 100 and 0 <= alpha <= 2
