import random


def make(rng: random.Random) -> dict:
    while True:
        p = {f"k{i}": rng.choice([2, 3, 5, 7]) for i in (1, 2, 3, 4)} | {f"s{i}": rng.choice([1, 2]) for i in (1, 2, 3)} | {"s4": 1}
        if len({answer(p), *(slip(p) for slip in SLIPS.values())}) == 3:
            return p


def answer(p: dict) -> int:
    field, jump = 1, 1
    for i in (1, 2, 3, 4):
        field += (p[f"k{i}"] - 1) * jump
        jump *= p[f"s{i}"]
    return field


def answer_other(p: dict) -> int:
    """Walk back from one output: n outputs need (n - 1) s + k inputs."""
    needed = 1
    for i in (4, 3, 2, 1):
        needed = (needed - 1) * p[f"s{i}"] + p[f"k{i}"]
    return needed


def _whole(p: dict) -> int:
    field, jump = 1, 1
    for i in (1, 2, 3, 4):
        field += p[f"k{i}"] * jump
        jump *= p[f"s{i}"]
    return field


SLIPS = {"kernel-added-whole": _whole, "strides-ignored": lambda p: 1 + sum(p[f"k{i}"] - 1 for i in (1, 2, 3, 4))}
