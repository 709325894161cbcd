import random


def make(rng: random.Random) -> dict:
    return {"base": rng.choice([4, 5, 8, 10, 12, 15, 20, 25]), "lift": rng.choice([0.5, 1, 1.5, 2, 3])}


def _n(p: dict, alpha: float = 1.96, power: float = 0.84, arms: int = 2) -> float:
    rate, delta = p["base"] / 100, p["lift"] / 100
    return arms * (alpha + power) ** 2 * rate * (1 - rate) / delta**2


def answer(p: dict) -> float:
    return _n(p)


def answer_other(p: dict) -> float:
    """Solve delta = (1.96 + 0.84) standard errors for n by bisection."""
    rate, delta = p["base"] / 100, p["lift"] / 100
    low, high = 1.0, 1e9
    for _ in range(200):
        middle = (low + high) / 2
        error = (rate * (1 - rate) / middle + rate * (1 - rate) / middle) ** 0.5
        low, high = (middle, high) if 2.8 * error > delta else (low, middle)
    return low


SLIPS = {
    "factor-two": lambda p: _n(p, arms=1),
    "no-power": lambda p: _n(p, power=0.0),
    "one-sided": lambda p: _n(p, alpha=1.645),
}
