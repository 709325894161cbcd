import math
import random

LAWS = [(8, 4, 2, 2), (4, 4, 4, 4), (8, 2, 2, 4), (2, 2, 4, 8), (8, 6, 1, 1), (1, 1, 6, 8), (4, 8, 2, 2), (6, 6, 2, 2), (2, 6, 2, 6), (10, 2, 2, 2), (2, 2, 2, 10), (1, 3, 4, 8), (8, 4, 3, 1)]


def make(rng: random.Random) -> dict:
    while True:
        a, b = rng.sample(LAWS, 2)
        p = {f"p{i}": v for i, v in enumerate(a)} | {f"q{i}": v for i, v in enumerate(b)}
        if all(abs(slip(p) - answer(p)) > 0.02 for slip in SLIPS.values()):
            return p


def _laws(p: dict) -> tuple[list[float], list[float]]:
    return [p[f"p{i}"] / 16 for i in range(4)], [p[f"q{i}"] / 16 for i in range(4)]


def _kl(a: list[float], b: list[float], log=math.log2) -> float:
    return sum(x * log(x / y) for x, y in zip(a, b, strict=True))


def answer(p: dict) -> float:
    return _kl(*_laws(p))


def answer_other(p: dict) -> float:
    """Cross-entropy less entropy."""
    a, b = _laws(p)
    return sum(x * (math.log2(x) - math.log2(y)) for x, y in zip(a, b, strict=True))


SLIPS = {
    "swapped": lambda p: _kl(*reversed(_laws(p))),
    "cross-entropy": lambda p: -sum(x * math.log2(y) for x, y in zip(*_laws(p), strict=True)),
    "natural-log": lambda p: _kl(*_laws(p), math.log),
}
