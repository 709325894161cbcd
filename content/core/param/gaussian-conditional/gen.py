import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"m1": rng.randrange(-4, 9), "m2": rng.randrange(-4, 9), "s1": rng.choice([1, 2, 3, 4]), "s2": rng.choice([1, 2, 3, 4]), "rho": rng.choice([-0.8, -0.6, -0.5, 0.5, 0.6, 0.8])}
        p["x"] = p["m2"] + rng.choice([-3, -2, -1, 1, 2, 3])
        if p["s1"] != p["s2"]:
            return p


def answer(p: dict) -> list[float]:
    return [p["m1"] + p["rho"] * p["s1"] / p["s2"] * (p["x"] - p["m2"]), p["s1"] ** 2 * (1 - p["rho"] ** 2)]


def answer_other(p: dict) -> list[float]:
    """From the covariance matrix: the Schur complement."""
    cov = p["rho"] * p["s1"] * p["s2"]
    return [p["m1"] + cov / p["s2"] ** 2 * (p["x"] - p["m2"]), p["s1"] ** 2 - cov**2 / p["s2"] ** 2]


SLIPS = {
    "variance-kept": lambda p: [answer(p)[0], p["s1"] ** 2],
    "correlation-not-squared": lambda p: [answer(p)[0], p["s1"] ** 2 * (1 - abs(p["rho"]))],
    "ratio-upside-down": lambda p: [p["m1"] + p["rho"] * p["s2"] / p["s1"] * (p["x"] - p["m2"]), answer(p)[1]],
}
