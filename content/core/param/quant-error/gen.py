import random


def make(rng: random.Random) -> dict:
    while True:
        values = [rng.randrange(-90, 91) / 10 for _ in range(4)]
        p = {f"x{i}": v for i, v in enumerate(values)}
        scaled = values[0] / _scale(p)
        routes = [answer(p), *(s(p) for s in SLIPS.values())]
        if min(values) < 0 < max(values) and abs(values[0]) < max(map(abs, values)) and 0.55 < abs(scaled) % 1 < 0.95 and all(
            a[1] != b[1] or abs(a[0] / b[0] - 1) > 0.005 for i, a in enumerate(routes) for b in routes[:i]
        ):
            return p


def _scale(p: dict, top: int = 127) -> float:
    return max(abs(p[f"x{i}"]) for i in range(4)) / top


def _with(p: dict, scale: float) -> list[float]:
    return [scale, float(round(p["x0"] / scale))]


def answer(p: dict) -> list[float]:
    return _with(p, _scale(p))


def answer_other(p: dict) -> list[float]:
    """The code by exact decimals."""
    from decimal import ROUND_HALF_EVEN, Decimal

    top = max(abs(Decimal(str(p[f"x{i}"]))) for i in range(4))
    code = (Decimal(str(p["x0"])) * 127 / top).quantize(Decimal(1), ROUND_HALF_EVEN)
    return [float(top / 127), float(code)]


SLIPS = {
    "divided-by-128": lambda p: [_scale(p, 128), float(round(p["x0"] / _scale(p, 128)))],
    "range-not-absmax": lambda p: _with(p, (max(p.values()) - min(p.values())) / 255),
    "truncated": lambda p: [_scale(p), float(int(p["x0"] / _scale(p)))],
}
