import random


def make(rng: random.Random) -> dict:
    return {
        "k": rng.choice([3, 5, 7]),
        "cin": rng.choice([24, 32, 48, 64, 96, 128, 160]),
        "cout": rng.choice([40, 80, 112, 144, 192, 256, 320]),
        "h": rng.choice([14, 28, 56]),
        "w": rng.choice([14, 28, 56]),
    }


def _macs(p: dict) -> tuple[int, int]:
    pixels = p["h"] * p["w"]
    return pixels * p["k"] ** 2 * p["cin"] * p["cout"], pixels * p["cin"] * (p["k"] ** 2 + p["cout"])


def answer(p: dict) -> float:
    plain, separable = _macs(p)
    return plain / separable


def answer_other(p: dict) -> float:
    """The familiar form: the inverse of 1/C_out + 1/k²."""
    return 1 / (1 / p["cout"] + 1 / p["k"] ** 2)


SLIPS = {
    "upside-down": lambda p: 1 / answer(p),
    "depthwise-only": lambda p: float(p["cout"]),
    "kernel-once": lambda p: 1 / (1 / p["cout"] + 1 / p["k"]),
}
