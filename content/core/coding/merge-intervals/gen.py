import random

Case = tuple[list[tuple[int, int, str]], int]


def _spans(rng: random.Random, count: int, reach: int, longest: int, labels: str) -> list[tuple[int, int, str]]:
    starts = [rng.randint(-reach, reach) for _ in range(count)]
    return [(s, s + rng.randint(0, longest), rng.choice(labels)) for s in starts]


def case(tier: str, seed: int) -> Case:
    rng = random.Random(seed)
    if tier == "sample":
        return _spans(rng, 4, 5, 4, "ab"), seed % 2
    if tier == "large":
        return sized(20_000, seed)
    if tier == "small":
        return _spans(rng, rng.randint(2, 14), 20, 6, rng.choice(["a", "ab", "xyz"])), rng.randint(0, 3)
    return _edge(rng, seed % 7)


def _edge(rng: random.Random, kind: int) -> Case:
    if kind == 0:
        return [], rng.randint(0, 5)
    if kind == 1:
        cuts = sorted(rng.sample(range(-30, 30), 8))
        return [(a, b, "a") for a, b in zip(cuts, cuts[1:])], 0
    if kind == 2:
        outer = (-50, 50, "a")
        return [outer, *_spans(rng, 8, 40, 5, "ab")], rng.randint(0, 2)
    if kind == 3:
        return [(s, s, label) for s, _, label in _spans(rng, 6, 5, 1, "ab")] + [(1, 2, "a")], 10
    if kind == 4:
        same = _spans(rng, 3, 10**12, 10**6, "ab")
        return same * 2 + [(s, e, "b") for s, e, _ in same], 0
    if kind == 5:
        at = rng.randint(-9, 9)
        return [(at, at + 2, "a"), (at + 1, at + 9, "a"), (at, at + 3, "b"), *_spans(rng, 3, 20, 3, "ab")], 0
    step = rng.randint(1, 4)
    spans = [(i * (2 + step), i * (2 + step) + 2, "ab"[i % 5 == 4]) for i in range(9)]
    rng.shuffle(spans)
    return spans, step - rng.randint(0, 1)


def sized(n: int, seed: int) -> Case:
    rng = random.Random(seed)
    return [(s, s + rng.randint(1, 200), rng.choice("abc")) for s in (rng.randint(0, 50 * n) for _ in range(n))], 3000


def valid(spans: list[tuple[int, int, str]], gap: int) -> bool:
    whole = all(isinstance(s, int) and isinstance(e, int) and s <= e and isinstance(label, str) for s, e, label in spans)
    return whole and isinstance(gap, int) and gap >= 0
