import random


def make(rng: random.Random) -> dict:
    while True:
        p = {
            "h": rng.randrange(30, 130),
            "w": rng.randrange(30, 130),
            "cin": rng.choice([3, 16, 32, 64]),
            "cout": rng.choice([8, 24, 48, 96, 128]),
            "k": rng.choice([3, 5, 7]),
            "s": rng.choice([2, 3]),
            "p": rng.choice([1, 2, 3]),
            "d": rng.choice([2, 3]),
        }
        if len({tuple(answer(p)), *(tuple(slip(p)) for slip in SLIPS.values())}) == 4:
            return p


def _size(n: int, p: dict, *, pads: int = 2, span: int | None = None, up: int = 0) -> int:
    covered = p["d"] * (p["k"] - 1) + 1 if span is None else span
    return (n + pads * p["p"] - covered + up * (p["s"] - 1)) // p["s"] + 1


def answer(p: dict) -> list[int]:
    return [_size(p["h"], p), _size(p["w"], p), p["cout"]]


def answer_other(p: dict) -> list[int]:
    """Count the places where the dilated window fits inside the padded side."""
    def count(n: int) -> int:
        last_tap = p["d"] * (p["k"] - 1)
        return sum(1 for start in range(0, n + 2 * p["p"], p["s"]) if start + last_tap <= n + 2 * p["p"] - 1)

    return [count(p["h"]), count(p["w"]), p["cout"]]


SLIPS = {
    "forgets-dilation": lambda p: [_size(p["h"], p, span=p["k"]), _size(p["w"], p, span=p["k"]), p["cout"]],
    "pads-once": lambda p: [_size(p["h"], p, pads=1), _size(p["w"], p, pads=1), p["cout"]],
    "rounds-up": lambda p: [_size(p["h"], p, up=1), _size(p["w"], p, up=1), p["cout"]],
}
