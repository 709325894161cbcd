import random


def make(rng: random.Random) -> dict:
    return {"params": rng.choice([1, 2, 3, 7, 13]), "n": rng.choice([4, 8, 16, 32, 64]), "gbit": rng.choice([100, 200, 400, 800])}


def answer(p: dict) -> float:
    size = 2 * p["params"]
    return 2 * (p["n"] - 1) / p["n"] * size / (p["gbit"] / 8)


def answer_other(p: dict) -> float:
    """Step by step: 2 (n - 1) steps of one share each."""
    share = 2 * p["params"] * 1e9 / p["n"]
    return sum(share / (p["gbit"] * 1e9 / 8) for _ in range(2 * (p["n"] - 1)))


SLIPS = {
    "once-round": lambda p: answer(p) / 2,
    "whole-per-step": lambda p: answer(p) * p["n"],
    "bits-for-bytes": lambda p: answer(p) / 8,
}
