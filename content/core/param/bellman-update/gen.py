import random


def make(rng: random.Random) -> dict:
    while True:
        p = {
            "q": rng.randrange(0, 40) / 4,
            "r": rng.randrange(-4, 9) / 2,
            "best": rng.randrange(12, 48) / 4,
            "taken": rng.randrange(0, 40) / 4,
            "alpha": rng.choice([0.1, 0.2, 0.25, 0.5]),
            "gamma": rng.choice([0.8, 0.9, 0.95]),
        }
        if p["taken"] < p["best"] and all(abs(slip(p) - answer(p)) > 0.02 for slip in SLIPS.values()):
            return p


def answer(p: dict) -> float:
    return p["q"] + p["alpha"] * (p["r"] + p["gamma"] * p["best"] - p["q"])


def answer_other(p: dict) -> float:
    """A weighted mean of the old value and the target."""
    return (1 - p["alpha"]) * p["q"] + p["alpha"] * (p["r"] + p["gamma"] * max(p["best"], p["taken"]))


SLIPS = {
    "no-discount": lambda p: p["q"] + p["alpha"] * (p["r"] + p["best"] - p["q"]),
    "taken-action": lambda p: p["q"] + p["alpha"] * (p["r"] + p["gamma"] * p["taken"] - p["q"]),
    "replaced": lambda p: p["r"] + p["gamma"] * p["best"],
}
