import random


def make(rng: random.Random) -> dict:
    while True:
        n = rng.randrange(9, 60)
        p = {"n": n, "k": rng.randrange(2, n - 1)}
        if 2 * p["k"] != n:
            return p


def answer(p: dict) -> str:
    return f"{p['k']}/p - {p['n'] - p['k']}/(1-p)"


def answer_other(p: dict) -> str:
    """On one denominator."""
    return f"({p['k']} - {p['n']}*p)/(p*(1-p))"


SLIPS = {
    "likelihood-itself": lambda p: f"{p['k']}/p + {p['n'] - p['k']}/(1-p)",
    "counts-swapped": lambda p: f"{p['n'] - p['k']}/p - {p['k']}/(1-p)",
}
