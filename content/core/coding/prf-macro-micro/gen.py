"""Small label sets with a background; labels never predicted, never true, or neither at the edge."""

from __future__ import annotations

import random

NAMES = ["person", "place", "date", "O", "misc"]


def case(tier: str, seed: int) -> tuple[list[str], list[str], list[str]]:
    rng = random.Random(f"{tier}:{seed}")
    edge = tier == "edge"
    n = {"sample": 5, "large": 6000}.get(tier, rng.randint(0 if edge else 2, 12))
    names = [f"{name}{i}" for name in NAMES for i in range(12)] if tier == "large" else NAMES[: rng.randint(2, 5)]
    used = rng.sample(names, rng.randint(1, len(names))) if edge else names
    truth = [rng.choice(used) for _ in range(n)]
    guess = [label if rng.random() < 0.5 else rng.choice(names) for label in truth]
    if edge and rng.random() < 0.3:
        guess = [rng.choice(names)] * n
    labels = rng.sample(names, rng.randint(1, len(names))) if tier != "sample" else ["person", "place"]
    return truth, guess, labels


def valid(truth: list[str], guess: list[str], labels: list[str]) -> bool:
    if not all(isinstance(a, list) and all(isinstance(s, str) for s in a) for a in (truth, guess, labels)):
        return False
    return len(truth) == len(guess) and len(labels) >= 1 and len(set(labels)) == len(labels)


def sized(n: int, seed: int) -> tuple[list[str], list[str], list[str]]:
    rng = random.Random(f"sized:{n}:{seed}")
    return rng.choices(NAMES, k=n), rng.choices(NAMES, k=n), NAMES[:3]
