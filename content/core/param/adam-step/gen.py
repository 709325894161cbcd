import math
import random


def make(rng: random.Random) -> dict:
    while True:
        p = {
            "w": rng.choice([0.5, 1.0, 1.5, 2.0]),
            "g1": rng.choice([0.4, 0.8, 1.2, 2.0, -0.6, -1.0]),
            "g2": rng.choice([0.2, 0.6, 1.6, -0.4, -0.8, -1.4]),
            "lr": rng.choice([0.05, 0.1, 0.2]),
        }
        if all(abs(slip(p) - answer(p)) > 0.002 for slip in SLIPS.values()):
            return p


B1, B2 = 0.9, 0.99


def _run(p: dict, *, correct: bool = True, root: bool = True) -> float:
    w, m, v = p["w"], 0.0, 0.0
    for t, g in enumerate((p["g1"], p["g2"]), 1):
        m, v = B1 * m + (1 - B1) * g, B2 * v + (1 - B2) * g * g
        mh, vh = (m / (1 - B1**t), v / (1 - B2**t)) if correct else (m, v)
        w -= p["lr"] * mh / (math.sqrt(vh) if root else vh)
    return w


def answer(p: dict) -> float:
    return _run(p)


def answer_other(p: dict) -> float:
    """With bias correction the moments are weighted means, and the first step is the sign of the gradient."""
    first = p["w"] - p["lr"] * math.copysign(1, p["g1"])
    mean = (B1 * p["g1"] + p["g2"]) / (1 + B1)
    square = (B2 * p["g1"] ** 2 + p["g2"] ** 2) / (1 + B2)
    return first - p["lr"] * mean / math.sqrt(square)


SLIPS = {
    "no-bias-correction": lambda p: _run(p, correct=False),
    "plain-sgd": lambda p: p["w"] - p["lr"] * (p["g1"] + p["g2"]),
    "root-forgotten": lambda p: _run(p, root=False),
}
