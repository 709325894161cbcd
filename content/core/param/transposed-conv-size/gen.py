import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"n": rng.randrange(5, 40), "k": rng.choice([3, 4, 5, 6]), "s": rng.choice([2, 3, 4]), "p": rng.choice([1, 2]), "op": 1}
        if len({answer(p), *(slip(p) for slip in SLIPS.values())}) == 4:
            return p


def answer(p: dict) -> int:
    return (p["n"] - 1) * p["s"] - 2 * p["p"] + p["k"] + p["op"]


def answer_other(p: dict) -> int:
    """Place every input's kernel footprint, take the span, crop, and append the output padding."""
    touched = {i * p["s"] + tap for i in range(p["n"]) for tap in range(p["k"])}
    return len(range(min(touched), max(touched) + 1)) - 2 * p["p"] + p["op"]


SLIPS = {
    "forward-formula": lambda p: (p["n"] + 2 * p["p"] - p["k"]) // p["s"] + 1,
    "padding-adds": lambda p: answer(p) + 4 * p["p"],
    "output-padding-forgotten": lambda p: answer(p) - p["op"],
}
