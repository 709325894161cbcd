import random


def make(rng: random.Random) -> dict:
    return {"percent": rng.choice([5, 8, 10, 12, 15, 20, 25, 30, 40]), "hours": rng.choice([2, 3, 4]), "times": rng.randrange(3, 9)}


def show(p: dict) -> dict:
    return {"total": str(p["hours"] * p["times"])}


def answer(p: dict) -> float:
    return 1 - (1 - p["percent"] / 100) ** p["times"]


def answer_other(p: dict) -> float:
    """Add up the chance that the first event falls into each window."""
    q = p["percent"] / 100
    return sum(q * (1 - q) ** k for k in range(p["times"]))


SLIPS = {
    "multiplied": lambda p: p["percent"] / 100 * p["times"],
    "same-chance": lambda p: p["percent"] / 100,
    "all-windows": lambda p: (p["percent"] / 100) ** p["times"],
}
