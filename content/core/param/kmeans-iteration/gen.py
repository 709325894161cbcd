import random


def make(rng: random.Random) -> dict:
    while True:
        points = sorted(rng.sample(range(0, 40), 6))
        p = {f"x{i}": v for i, v in enumerate(points)} | {"c1": rng.randrange(0, 15), "c2": rng.randrange(20, 40)}
        middle = (p["c1"] + p["c2"]) / 2
        left = [v for v in points if v < middle]
        if middle not in points and 2 <= len(left) <= 4 and all(
            max(abs(a - b) for a, b in zip(s(p), answer(p), strict=True)) > 0.05 for s in SLIPS.values()
        ):
            return p


def _points(p: dict) -> list[int]:
    return [p[f"x{i}"] for i in range(6)]


def _groups(p: dict) -> tuple[list[int], list[int]]:
    near = [abs(v - p["c1"]) < abs(v - p["c2"]) for v in _points(p)]
    return [v for v, n in zip(_points(p), near, strict=True) if n], [v for v, n in zip(_points(p), near, strict=True) if not n]


def answer(p: dict) -> list[float]:
    return [sum(g) / len(g) for g in _groups(p)]


def answer_other(p: dict) -> list[float]:
    """Split at the midpoint of the centres."""
    middle = (p["c1"] + p["c2"]) / 2
    sides = [v for v in _points(p) if v < middle], [v for v in _points(p) if v > middle]
    return [sum(side) / len(side) for side in sides]


def _online(p: dict) -> list[float]:
    centres, counts = [float(p["c1"]), float(p["c2"])], [1, 1]
    for v in _points(p):
        k = int(abs(v - centres[1]) < abs(v - centres[0]))
        counts[k] += 1
        centres[k] += (v - centres[k]) / counts[k]
    return centres


def _median(values: list[int]) -> float:
    values, n = sorted(values), len(values)
    return (values[(n - 1) // 2] + values[n // 2]) / 2


SLIPS = {
    "updated-while-assigning": _online,
    "medians": lambda p: [_median(g) for g in _groups(p)],
    "half-way": lambda p: [(a + c) / 2 for a, c in zip(answer(p), (p["c1"], p["c2"]), strict=True)],
}
