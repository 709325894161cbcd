import random
from fractions import Fraction


def make(rng: random.Random) -> dict:
    while True:
        p = {"stages": rng.randrange(3, 17), "micro": rng.randrange(4, 65)}
        if len({answer(p), *(slip(p) for slip in SLIPS.values())}) == 4:
            return p


def answer(p: dict) -> Fraction:
    return Fraction(p["stages"] - 1, p["micro"] + p["stages"] - 1)


def answer_other(p: dict) -> Fraction:
    """Walk through the schedule: at step t stage s works on micro-batch t - s."""
    steps = p["micro"] + p["stages"] - 1
    idle = sum(not 0 <= t - s < p["micro"] for t in range(steps) for s in range(p["stages"]))
    return Fraction(idle, steps * p["stages"])


SLIPS = {
    "bubble-over-work": lambda p: Fraction(p["stages"] - 1, p["micro"]),
    "all-stages": lambda p: Fraction(p["stages"], p["micro"] + p["stages"]),
    "share-busy": lambda p: 1 - answer(p),
}
