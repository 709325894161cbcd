import cmath
import math
import random


def make(rng: random.Random) -> dict:
    while True:
        half = [rng.randrange(-4, 5) / 2 for _ in range(7)]
        p = {"x1": rng.choice([1.0, 2.0, -1.0]), "x2": rng.choice([1.0, 2.0, -2.0]), **dict(zip(("a11", "a12", "a21", "a22", "b1", "b2", "t"), half, strict=True))}
        inside = [abs(p[f"a{i}1"] * p["x1"] + p[f"a{i}2"] * p["x2"]) for i in (1, 2)]
        slips = [slip(p) for slip in SLIPS.values()]
        if 0 < inside[0] <= 2 and inside[1] <= 2 and all(abs(slip - answer(p)) > 0.03 for slip in slips) and _apart(slips):
            return p


def _apart(values: list[float]) -> bool:
    return all(abs(a - b) > 0.03 for i, a in enumerate(values) for b in values[:i])


def _forward(p: dict, a11: float) -> tuple[float, float, float]:
    h1 = math.tanh(a11 * p["x1"] + p["a12"] * p["x2"])
    h2 = math.tanh(p["a21"] * p["x1"] + p["a22"] * p["x2"])
    return h1, h2, p["b1"] * h1 + p["b2"] * h2


def answer(p: dict) -> float:
    h1, _, y = _forward(p, p["a11"])
    return (y - p["t"]) * p["b1"] * (1 - h1**2) * p["x1"]


def answer_other(p: dict) -> float:
    """The imaginary part of the loss at an imaginary step: exact to rounding (Squire & Trapp 1998)."""
    a = p["a11"] + 1e-30j
    h1 = cmath.tanh(a * p["x1"] + p["a12"] * p["x2"])
    h2 = math.tanh(p["a21"] * p["x1"] + p["a22"] * p["x2"])
    return ((p["b1"] * h1 + p["b2"] * h2 - p["t"]) ** 2 / 2).imag / 1e-30


def _other(p: dict) -> float:
    h1, _, y = _forward(p, p["a11"])
    return (y - p["t"]) * p["b2"] * (1 - h1**2) * p["x1"]


SLIPS = {
    "activation-slope-dropped": lambda p: (_forward(p, p["a11"])[2] - p["t"]) * p["b1"] * p["x1"],
    "other-path": _other,
    "factor-two": lambda p: 2 * answer(p),
}
