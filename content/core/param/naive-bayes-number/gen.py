import random


def make(rng: random.Random) -> dict:
    while True:
        p = {"spam": rng.randrange(3, 9), "ham": rng.randrange(10, 25), "vocab": rng.choice([20, 30, 50]), "ns": rng.randrange(30, 60), "nh": rng.randrange(60, 140), "as": rng.randrange(3, 9), "ah": rng.randrange(0, 4), "bs": rng.randrange(1, 6), "bh": rng.randrange(1, 9)}
        values = [answer(p), *(slip(p) for slip in SLIPS.values())]
        if all(abs(a - b) > 0.02 for i, a in enumerate(values) for b in values[:i]):
            return p


def _posterior(p: dict, *, add: int = 1, below: int = 1, prior: bool = True) -> float:
    def joint(kind: str, weight: int) -> float:
        total = p["n" + kind] + below * p["vocab"]
        return (weight if prior else 1) * (p["a" + kind] + add) / total * (p["b" + kind] + add) / total

    spam, ham = joint("s", p["spam"]), joint("h", p["ham"])
    return spam / (spam + ham)


def answer(p: dict) -> float:
    return _posterior(p)


def answer_other(p: dict) -> float:
    """By odds."""
    ts, th = p["ns"] + p["vocab"], p["nh"] + p["vocab"]
    odds = p["spam"] / p["ham"] * (p["as"] + 1) * th / ((p["ah"] + 1) * ts) * (p["bs"] + 1) * th / ((p["bh"] + 1) * ts)
    return odds / (1 + odds)


SLIPS = {
    "no-smoothing": lambda p: _posterior(p, add=0, below=0) if p["ah"] else 1.0,
    "prior-forgotten": lambda p: _posterior(p, prior=False),
    "denominator-unsmoothed": lambda p: _posterior(p, below=0),
}
