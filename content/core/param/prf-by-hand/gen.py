import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"tp": rng.randrange(12, 90), "fp": rng.randrange(4, 60), "fn": rng.randrange(4, 60), "tn": rng.randrange(100, 900)}
        right = answer(p)
        if all(max(abs(a - b) for a, b in zip(slip(p), right, strict=True)) > 0.02 for slip in SLIPS.values()):
            return p


def answer(p: dict) -> list[float]:
    precision, recall = p["tp"] / (p["tp"] + p["fp"]), p["tp"] / (p["tp"] + p["fn"])
    return [precision, recall, 2 * precision * recall / (precision + recall)]


def answer_other(p: dict) -> list[float]:
    """F1 straight from the counts."""
    return [1 - p["fp"] / (p["tp"] + p["fp"]), 1 - p["fn"] / (p["tp"] + p["fn"]), 2 * p["tp"] / (2 * p["tp"] + p["fp"] + p["fn"])]


def _accuracy(p: dict) -> list[float]:
    return [(p["tp"] + p["tn"]) / sum(p.values()), *answer(p)[1:]]


SLIPS = {
    "swapped": lambda p: [answer(p)[1], answer(p)[0], answer(p)[2]],
    "plain-mean": lambda p: [*answer(p)[:2], (answer(p)[0] + answer(p)[1]) / 2],
    "accuracy-for-precision": _accuracy,
}
