import random
from fractions import Fraction


def make(rng: random.Random) -> dict:
    while True:
        p = {"fp": rng.randrange(2, 40), "fn": rng.randrange(10, 300)}
        if p["fp"] < p["fn"]:
            return p


def answer(p: dict) -> Fraction:
    return Fraction(p["fp"], p["fp"] + p["fn"])


def answer_other(p: dict) -> Fraction:
    """Where both decisions cost the same: q · fn = (1 - q) · fp, solved for the odds first."""
    odds = Fraction(p["fp"], p["fn"])
    return odds / (1 + odds)


SLIPS = {
    "swapped": lambda p: Fraction(p["fn"], p["fp"] + p["fn"]),
    "half": lambda p: Fraction(1, 2),
    "ratio": lambda p: Fraction(p["fp"], p["fn"]),
}
