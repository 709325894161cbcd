import math
import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"a": rng.randrange(-6, 10), "b": rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]), "d": rng.randrange(-6, 10)}
        right = answer(p)
        if right[0] != right[1] and all(
            max(abs(x - y) for x, y in zip(slip(p), right, strict=True)) > 0.05 for slip in SLIPS.values()
        ):
            return p


def answer(p: dict) -> list[float]:
    mean, half = (p["a"] + p["d"]) / 2, math.hypot((p["a"] - p["d"]) / 2, p["b"])
    return [mean + half, mean - half]


def answer_other(p: dict) -> list[float]:
    """Roots of the characteristic polynomial."""
    trace, det = p["a"] + p["d"], p["a"] * p["d"] - p["b"] ** 2
    root = math.sqrt(trace**2 - 4 * det)
    return [(trace + root) / 2, (trace - root) / 2]


SLIPS = {
    "diagonal": lambda p: sorted([float(p["a"]), float(p["d"])], reverse=True),
    "sign-of-trace": lambda p: [-answer(p)[1], -answer(p)[0]],
    "singular-squared": lambda p: sorted((x**2 for x in answer(p)), reverse=True),
}
