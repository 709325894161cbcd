import math
import random


def make(rng: random.Random) -> dict:
    while True:
        i = rng.choice([1, 2, 3, 4])
        base, d = rng.choice([(100, 4 * i), (10_000, 8 * i)])  # a tenth of a radian a position: two or three terms of the series do
        p = {"m": rng.randrange(2, 6), "i": i, "d": d, "base": base, "a": rng.randrange(-4, 5), "b": rng.randrange(-4, 5)}
        routes = [answer(p), *(slip(p) for slip in SLIPS.values())]
        if all(max(abs(x - y) for x, y in zip(one, other, strict=True)) > 0.03 for k, one in enumerate(routes) for other in routes[:k]):
            return p


def _turn(p: dict, angle: float) -> list[float]:
    c, s = math.cos(angle), math.sin(angle)
    return [c * p["a"] - s * p["b"], s * p["a"] + c * p["b"]]


def _angle(p: dict, m: int | None = None) -> float:
    return (p["m"] if m is None else m) * p["base"] ** (-2 * p["i"] / p["d"])


def answer(p: dict) -> list[float]:
    return _turn(p, _angle(p))


def answer_other(p: dict) -> list[float]:
    """As a complex number times a unit phase."""
    z = complex(p["a"], p["b"]) * complex(math.cos(_angle(p)), math.sin(_angle(p)))
    return [z.real, z.imag]


SLIPS = {
    "other-way": lambda p: _turn(p, -_angle(p)),
    "wrong-exponent": lambda p: _turn(p, p["m"] * p["base"] ** (-p["i"] / p["d"])),
    "position-off-by-one": lambda p: _turn(p, _angle(p, p["m"] + 1)),
}
