import math
import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"m": rng.randrange(2, 12), "i": rng.choice([1, 2, 3]), "d": rng.choice([8, 16]), "a": rng.randrange(-4, 5), "b": rng.randrange(-4, 5)}
        if (p["a"], p["b"]) != (0, 0) and all(max(abs(x - y) for x, y in zip(s(p), answer(p), strict=True)) > 0.03 for s in SLIPS.values()):
            return p


def _turn(p: dict, angle: float) -> list[float]:
    c, s = math.cos(angle), math.sin(angle)
    return [c * p["a"] - s * p["b"], s * p["a"] + c * p["b"]]


def _angle(p: dict, m: int | None = None) -> float:
    return (p["m"] if m is None else m) * 100 ** (-2 * p["i"] / p["d"])


def answer(p: dict) -> list[float]:
    return _turn(p, _angle(p))


def answer_other(p: dict) -> list[float]:
    """As a complex number times a unit phase."""
    z = complex(p["a"], p["b"]) * complex(math.cos(_angle(p)), math.sin(_angle(p)))
    return [z.real, z.imag]


SLIPS = {
    "other-way": lambda p: _turn(p, -_angle(p)),
    "wrong-exponent": lambda p: _turn(p, p["m"] * 100 ** (-p["i"] / p["d"])),
    "position-off-by-one": lambda p: _turn(p, _angle(p, p["m"] + 1)),
}
