import random


def make(rng: random.Random) -> dict:
    while True:
        xs = sorted(rng.sample(range(0, 9), 4))
        ys = [rng.randrange(-3, 12) for _ in range(4)]
        p = {f"x{i}": x for i, x in enumerate(xs)} | {f"y{i}": y for i, y in enumerate(ys)}
        if len(set(ys)) > 1 and abs(_sums(p)[1]) > 1 and all(
            max(abs(a - b) for a, b in zip(s(p), answer(p), strict=True)) > 0.05 for s in SLIPS.values()
        ):
            return p


def _points(p: dict) -> tuple[list[int], list[int]]:
    return [p[f"x{i}"] for i in range(4)], [p[f"y{i}"] for i in range(4)]


def _sums(p: dict) -> tuple[float, float, float, float, float]:
    xs, ys = _points(p)
    mx, my = sum(xs) / 4, sum(ys) / 4
    sxx, syy = sum((x - mx) ** 2 for x in xs), sum((y - my) ** 2 for y in ys)
    return sxx, sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)), syy, mx, my


def answer(p: dict) -> list[float]:
    sxx, sxy, _, mx, my = _sums(p)
    return [my - sxy / sxx * mx, sxy / sxx]


def answer_other(p: dict) -> list[float]:
    """The normal equations by Cramer's rule."""
    xs, ys = _points(p)
    sx, sy, sxx, sxy = sum(xs), sum(ys), sum(x * x for x in xs), sum(x * y for x, y in zip(xs, ys, strict=True))
    det = 4 * sxx - sx * sx
    return [(sy * sxx - sx * sxy) / det, (4 * sxy - sx * sy) / det]


def _origin(p: dict) -> list[float]:
    xs, ys = _points(p)
    return [0.0, sum(x * y for x, y in zip(xs, ys, strict=True)) / sum(x * x for x in xs)]


def _inverse(p: dict) -> list[float]:
    _, sxy, syy, mx, my = _sums(p)
    return [my - sxy / syy * mx, sxy / syy]


SLIPS = {"through-the-origin": _origin, "swapped": lambda p: answer(p)[::-1], "inverse-regression": _inverse}
