import random

NAMES = "abcdef"


def make(rng: random.Random) -> dict:
    while True:
        cuts = sorted(rng.sample(range(1, 50), 5))
        shares = [b - a for a, b in zip([0, *cuts], [*cuts, 50], strict=True)]
        p = dict(zip(NAMES, (2 * s for s in shares), strict=True)) | {"top": rng.choice([55, 65, 75, 85])}
        sums = _sums(p)
        if len(set(shares)) == 6 and p["top"] not in sums and SLIPS["threshold-on-each"](p) and len({tuple(answer(p)), *(tuple(slip(p) or ()) for slip in SLIPS.values())}) == 4:
            return p


def _ordered(p: dict, reverse: bool = True) -> list[str]:
    return sorted(NAMES, key=lambda n: p[n], reverse=reverse)


def _sums(p: dict) -> list[int]:
    total, found = 0, []
    for name in _ordered(p):
        total += p[name]
        found.append(total)
    return found


def _until(names: list[str], p: dict) -> list[str]:
    kept, total = [], 0
    for name in names:
        kept.append(name)
        total += p[name]
        if total >= p["top"]:
            break
    return sorted(kept)


def answer(p: dict) -> list[str]:
    return _until(_ordered(p), p)


def answer_other(p: dict) -> list[str]:
    """A token stays when what stands before it has not reached p yet."""
    return sorted(n for n in NAMES if sum(p[m] for m in NAMES if p[m] > p[n]) < p["top"])


SLIPS = {
    "crossing-token-dropped": lambda p: sorted(n for n, s in zip(_ordered(p), _sums(p), strict=True) if s <= p["top"]) or None,
    "threshold-on-each": lambda p: sorted(n for n in NAMES if p[n] >= 100 - p["top"]) or None,
    "least-likely-first": lambda p: _until(_ordered(p, reverse=False), p),
}
