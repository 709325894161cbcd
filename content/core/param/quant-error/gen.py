import random


def make(rng: random.Random) -> dict:
    while True:
        values = [round(rng.uniform(-9, 9), 1) for _ in range(4)]
        p = {f"x{i}": v for i, v in enumerate(values)}
        scaled = values[0] / _scale(p)
        if min(values) < 0 < max(values) and abs(values[0]) < max(map(abs, values)) and 0.55 < abs(scaled) % 1 < 0.95 and all(
            max(abs(a - b) for a, b in zip(s(p), answer(p), strict=True)) > 0.003 for s in SLIPS.values()
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
