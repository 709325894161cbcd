import random
from fractions import Fraction


def make(rng: random.Random) -> dict:
    while True:
        p = {f"a{i}": rng.randrange(3, 10) for i in range(4)} | {f"b{i}": rng.randrange(1, 8) for i in range(5)}
        values = [answer(p), *(slip(p) for slip in SLIPS.values())]
        if len(set(values)) == 4:
            return p


def _scores(p: dict) -> tuple[list[int], list[int]]:
    return [p[f"a{i}"] for i in range(4)], [p[f"b{i}"] for i in range(5)]


def _pairs(p: dict, tie: Fraction) -> Fraction:
    positive, negative = _scores(p)
    won = sum(Fraction(int(a > b)) + tie * int(a == b) for a in positive for b in negative)
    return won / (len(positive) * len(negative))


def answer(p: dict) -> Fraction:
    return _pairs(p, Fraction(1, 2))


def answer_other(p: dict) -> Fraction:
    """The rank sum of the positives with mean ranks for ties (Mann and Whitney)."""
    positive, negative = _scores(p)
    both = positive + negative

    def rank(x: int) -> Fraction:
        return Fraction(sum(y < x for y in both) * 2 + sum(y == x for y in both) + 1, 2)

    n = len(positive)
    return (sum(map(rank, positive)) - Fraction(n * (n + 1), 2)) / (n * len(negative))


SLIPS = {
    "ties-lost": lambda p: _pairs(p, Fraction(0)),
    "ties-won": lambda p: _pairs(p, Fraction(1)),
    "upside-down": lambda p: 1 - answer(p),
}
