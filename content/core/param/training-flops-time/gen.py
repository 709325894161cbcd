import random


def make(rng: random.Random) -> dict:
    return {
        "params": rng.choice([1, 2, 3, 7, 13, 30]),
        "tokens": rng.choice([200, 300, 600, 1000, 2000]),
        "devices": rng.choice([32, 64, 128, 256, 512]),
        "peak": rng.choice([200, 300, 400, 900]),
        "share": rng.choice([30, 35, 40, 45, 50]),
    }


def answer(p: dict) -> float:
    work = 6 * p["params"] * 1e9 * p["tokens"] * 1e9
    return work / (p["devices"] * p["peak"] * 1e12 * p["share"] / 100) / 86400


def answer_other(p: dict) -> float:
    """Tokens a second that the cluster digests, then the time for all of them."""
    per_second = p["devices"] * p["peak"] * 1e12 * p["share"] / 100 / (3 * 2 * p["params"] * 1e9)
    return p["tokens"] * 1e9 / per_second / (24 * 60 * 60)


SLIPS = {
    "forward-only": lambda p: answer(p) / 3,
    "peak-speed": lambda p: answer(p) * p["share"] / 100,
    "one-device": lambda p: answer(p) * p["devices"],
}
