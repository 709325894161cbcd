"""Words over tiny alphabets, so that ties, runs of one letter and colliding symbols are common."""

from __future__ import annotations

import random


def case(tier: str, seed: int) -> tuple[dict[str, int], int, int]:
    rng = random.Random(f"{tier}:{seed}")
    if tier == "sample":
        return {rng.choice(["banana", "cocoa"]): 3, "nab": 2}, 3, 2
    if tier == "large":
        parts = ["".join(rng.choices("etaoinshrdlu", k=rng.randint(1, 4))) for _ in range(60)]
        vocabulary = {"".join(rng.choices(parts, k=rng.randint(1, 4))) for _ in range(800)}
        return {word: rng.randint(1, 50) for word in sorted(vocabulary)}, 150, 2
    alphabet = rng.choice(["a", "ab", "ab", "abc"]) if tier == "edge" else rng.choice(["ab", "abc", "abcd"])
    longest = 9 if tier == "edge" else 6
    least = 0 if tier == "edge" else 1
    drawn = ["".join(rng.choices(alphabet, k=rng.randint(least, longest))) for _ in range(rng.randint(least, 7))]
    words = {word: rng.randint(1, 3) for word in drawn}
    return words, rng.randint(least, 12), rng.randint(1, 4)


def valid(words: dict[str, int], n_merges: int, min_count: int) -> bool:
    if not isinstance(words, dict):
        return False
    if not all(isinstance(word, str) and type(count) is int and count >= 1 for word, count in words.items()):
        return False
    return type(n_merges) is int and n_merges >= 0 and type(min_count) is int and min_count >= 1


def sized(n: int, seed: int) -> tuple[dict[str, int], int, int]:
    rng = random.Random(f"sized:{n}:{seed}")
    return {"".join(rng.choices("etaoinshrdlu", k=8)): rng.randint(1, 9) for _ in range(n)}, 20, 1
