import random
from fractions import Fraction


def make(rng: random.Random) -> dict:
    x, y = rng.randrange(0, 9), rng.randrange(0, 9)
    w, h = rng.randrange(5, 13), rng.randrange(5, 13)
    dx, dy = rng.randrange(1, w - 1), rng.randrange(1, h - 1)
    w2, h2 = rng.randrange(5, 13), rng.randrange(5, 13)
    return {"ax": x, "ay": y, "aw": x + w, "ah": y + h, "bx": x + dx, "by": y + dy, "bw": x + dx + w2, "bh": y + dy + h2}


def _parts(p: dict, extra: int = 0) -> tuple[int, int, int]:
    inter = (min(p["aw"], p["bw"]) - p["bx"] + extra) * (min(p["ah"], p["bh"]) - p["by"] + extra)
    first = (p["aw"] - p["ax"] + extra) * (p["ah"] - p["ay"] + extra)
    second = (p["bw"] - p["bx"] + extra) * (p["bh"] - p["by"] + extra)
    return inter, first, second


def answer(p: dict) -> Fraction:
    inter, first, second = _parts(p)
    return Fraction(inter, first + second - inter)


def answer_other(p: dict) -> Fraction:
    """Count unit cells."""
    a = {(x, y) for x in range(p["ax"], p["aw"]) for y in range(p["ay"], p["ah"])}
    b = {(x, y) for x in range(p["bx"], p["bw"]) for y in range(p["by"], p["bh"])}
    return Fraction(len(a & b), len(a | b))


def _inclusive(p: dict) -> Fraction:
    inter, first, second = _parts(p, 1)
    return Fraction(inter, first + second - inter)


SLIPS = {
    "sum-of-areas": lambda p: Fraction(_parts(p)[0], sum(_parts(p)[1:])),
    "inclusive-pixels": _inclusive,
    "dice": lambda p: Fraction(2 * _parts(p)[0], sum(_parts(p)[1:])),
}
