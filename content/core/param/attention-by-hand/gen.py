import math
import random


KEYS = {"0": 0.0, "ln 2": math.log(2), "ln 3": math.log(3), "ln 4": math.log(4), "ln 5": math.log(5)}


def make(rng: random.Random) -> dict:
    while True:
        p = {
            "k1": rng.choice(list(KEYS)),
            "k2": rng.choice(list(KEYS)),
            "k3": rng.choice(list(KEYS)),
            "q": rng.choice([2, 4]),
            "v1": rng.randrange(-6, 7),
            "w1": rng.randrange(-6, 7),
            "v2": rng.randrange(8, 15),
            "w2": rng.randrange(-16, -7),
            "v3": rng.randrange(20, 30),
            "w3": rng.randrange(20, 30),
        }
        if all(max(abs(x - y) for x, y in zip(s(p), answer(p), strict=True)) > 0.05 for s in SLIPS.values()):
            return p


def _mix(p: dict, *, scale: bool = True, seen: int = 2, over: int = 2) -> list[float]:
    divisor = 2 if scale else 1
    weights = [math.exp(p["q"] * KEYS[p[f"k{n}"]] / divisor) for n in (1, 2, 3)]
    total = sum(weights[:over])
    return [sum(w / total * p[f"{name}{n}"] for n, w in enumerate(weights[:seen], 1)) for name in "vw"]


def answer(p: dict) -> list[float]:
    return _mix(p)


def answer_other(p: dict) -> list[float]:
    """Two tokens are a sigmoid of the difference of their scores."""
    first = 1 / (1 + math.exp(p["q"] * (KEYS[p["k2"]] - KEYS[p["k1"]]) / 2))
    return [first * p["v1"] + (1 - first) * p["v2"], first * p["w1"] + (1 - first) * p["w2"]]


SLIPS = {
    "no-scale": lambda p: _mix(p, scale=False),
    "no-mask": lambda p: _mix(p, seen=3, over=3),
    "mask-after": lambda p: _mix(p, seen=2, over=3),
}
