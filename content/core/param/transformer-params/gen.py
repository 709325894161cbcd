import random


def make(rng: random.Random) -> dict:
    while True:
        p = _draw(rng)
        routes = [answer(p), *(slip(p) for slip in SLIPS.values())]
        if all(abs(a / b - 1) > 0.015 for i, a in enumerate(routes) for b in routes[:i]):
            return p


def _draw(rng: random.Random) -> dict:
    heads = rng.choice([8, 12, 16, 24, 32])
    head_dim = rng.choice([64, 96, 128])
    return {
        "layers": rng.choice([12, 16, 20, 24, 32]),
        "d": heads * head_dim,
        "heads": heads,
        "kv": rng.choice([2, 4]),
        "head_dim": head_dim,
        "ff": rng.choice([2, 3, 4]) * heads * head_dim,
        "vocab": rng.choice([32000, 50000, 64000, 100000]),
    }


def _layer(p: dict, *, kv: int, mats: int) -> int:
    attention = 2 * p["d"] * p["heads"] * p["head_dim"] + 2 * p["d"] * kv * p["head_dim"]
    return attention + mats * p["d"] * p["ff"]


def answer(p: dict) -> int:
    return p["vocab"] * p["d"] + p["layers"] * _layer(p, kv=p["kv"], mats=3)


def answer_other(p: dict) -> int:
    """Add the shapes of all matrices."""
    kv = p["kv"] * p["head_dim"]
    shapes = [(p["d"], p["d"]), (p["d"], kv), (p["d"], kv), (p["d"], p["d"]), (p["d"], p["ff"]), (p["d"], p["ff"]), (p["ff"], p["d"])]
    return sum(a * b for a, b in [*shapes * p["layers"], (p["vocab"], p["d"])])


SLIPS = {
    "head-counted-twice": lambda p: answer(p) + p["vocab"] * p["d"],
    "all-heads-cached-size": lambda p: p["vocab"] * p["d"] + p["layers"] * _layer(p, kv=p["heads"], mats=3),
    "two-matrices": lambda p: p["vocab"] * p["d"] + p["layers"] * _layer(p, kv=p["kv"], mats=2),
}
