import random
from fractions import Fraction


def make(rng: random.Random) -> dict:
    while True:
        n = rng.randrange(8, 40)
        p = {"a": rng.randrange(2, 9), "b": rng.randrange(2, 9), "n": n, "k": rng.randrange(1, n)}
        if len({answer(p), *(slip(p) for slip in SLIPS.values())}) == 4:
            return p


def answer(p: dict) -> Fraction:
    return Fraction(p["a"] + p["k"], p["a"] + p["b"] + p["n"])


def answer_other(p: dict) -> Fraction:
    """A weighted mean of the prior mean and the observed share."""
    weight = Fraction(p["a"] + p["b"], p["a"] + p["b"] + p["n"])
    return weight * Fraction(p["a"], p["a"] + p["b"]) + (1 - weight) * Fraction(p["k"], p["n"])


SLIPS = {
    "prior-ignored": lambda p: Fraction(p["k"], p["n"]),
    "mode": lambda p: Fraction(p["a"] + p["k"] - 1, p["a"] + p["b"] + p["n"] - 2),
    "prior-mean": lambda p: Fraction(p["a"], p["a"] + p["b"]),
}
