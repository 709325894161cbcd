import math
import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"lp": rng.randrange(3, 16), "ln": rng.randrange(1, 9), "rp": rng.randrange(1, 9), "rn": rng.randrange(3, 16)}
        values = [answer(p), *(slip(p) for slip in SLIPS.values())]
        if all(abs(a - b) > 0.02 for i, a in enumerate(values) for b in values[:i]):
            return p


def _entropy(a: int, b: int, log=math.log2) -> float:
    return -sum(n / (a + b) * log(n / (a + b)) for n in (a, b) if n)


def _gain(p: dict, log=math.log2) -> float:
    left, right = p["lp"] + p["ln"], p["rp"] + p["rn"]
    after = (left * _entropy(p["lp"], p["ln"], log) + right * _entropy(p["rp"], p["rn"], log)) / (left + right)
    return _entropy(p["lp"] + p["rp"], p["ln"] + p["rn"], log) - after


def answer(p: dict) -> float:
    return _gain(p)


def answer_other(p: dict) -> float:
    """The mutual information of side and label, from the joint table."""
    table = [[p["lp"], p["ln"]], [p["rp"], p["rn"]]]
    total = sum(map(sum, table))
    rows, columns = [sum(r) for r in table], [sum(c) for c in zip(*table, strict=True)]
    return sum(
        table[i][j] / total * math.log2(table[i][j] * total / (rows[i] * columns[j])) for i in range(2) for j in range(2)
    )


def _unweighted(p: dict) -> float:
    parent = _entropy(p["lp"] + p["rp"], p["ln"] + p["rn"])
    return parent - (_entropy(p["lp"], p["ln"]) + _entropy(p["rp"], p["rn"])) / 2


SLIPS = {
    "unweighted": _unweighted,
    "natural-log": lambda p: _gain(p, math.log),
    "children-only": lambda p: _entropy(p["lp"] + p["rp"], p["ln"] + p["rn"]) - _gain(p),
}
