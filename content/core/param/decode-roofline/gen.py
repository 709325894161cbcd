import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"params": rng.choice([3, 7, 8, 13, 34, 70]), "bits": rng.choice([4, 16]), "cache": rng.choice([1, 2, 3, 4, 6]), "bandwidth": rng.choice([900, 1000, 1500, 2000, 3000]), "compute": rng.choice([100, 200, 400])}
        values = [answer(p), *(slip(p) for slip in SLIPS.values())]
        if all(abs(a / b - 1) > 0.03 for i, a in enumerate(values) for b in values[:i]):
            return p


def answer(p: dict) -> float:
    return p["bandwidth"] / (p["params"] * p["bits"] / 8 + p["cache"])


def answer_other(p: dict) -> float:
    """The inverse of the time to read weights and cache."""
    seconds = (p["params"] * 1e9 * p["bits"] / 8) / (p["bandwidth"] * 1e9) + p["cache"] / p["bandwidth"]
    return 1 / seconds


SLIPS = {
    "compute-bound": lambda p: p["compute"] * 1e12 / (2 * p["params"] * 1e9),
    "one-byte": lambda p: p["bandwidth"] / (p["params"] + p["cache"]),
    "cache-ignored": lambda p: p["bandwidth"] / (p["params"] * p["bits"] / 8),
}
