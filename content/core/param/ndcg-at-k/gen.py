import math
import random


def make(rng: random.Random) -> dict:
    while True:
        p = {f"r{i}": rng.randrange(0, 4) for i in range(6)}
        if not any(p[f"r{i}"] for i in range(4)):
            continue
        values = [answer(p), *(slip(p) for slip in SLIPS.values())]
        if all(abs(a - b) > 0.02 for i, a in enumerate(values) for b in values[:i]):
            return p


def _gains(p: dict) -> list[int]:
    return [p[f"r{i}"] for i in range(6)]


def _dcg(gains: list[int]) -> float:
    return sum(g / math.log2(i + 2) for i, g in enumerate(gains[:4]))


def answer(p: dict) -> float:
    gains = _gains(p)
    return _dcg(gains) / _dcg(sorted(gains, reverse=True))


def answer_other(p: dict) -> float:
    """With the discounts written out."""
    discount = [1.0, 1 / math.log2(3), 0.5, 1 / math.log2(5)]
    best = sorted(_gains(p))[::-1]
    return sum(map(lambda a, b: a * b, _gains(p), discount)) / sum(map(lambda a, b: a * b, best, discount))


def _from_zero(p: dict) -> float:
    def dcg(gains: list[int]) -> float:
        return gains[0] + sum(g / math.log2(i + 1) for i, g in enumerate(gains[:4]) if i)

    return dcg(_gains(p)) / dcg(sorted(_gains(p), reverse=True))


SLIPS = {
    "index-from-zero": _from_zero,
    "not-normalised": lambda p: _dcg(_gains(p)),
    "ideal-of-the-top": lambda p: _dcg(_gains(p)) / _dcg(sorted(_gains(p)[:4], reverse=True)),
}
