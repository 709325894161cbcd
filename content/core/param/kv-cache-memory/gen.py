import random

GIB = 2**30


def make(rng: random.Random) -> dict:
    heads = rng.choice([16, 24, 32, 48, 64])
    return {
        "layers": rng.choice([22, 26, 32, 36, 44, 60, 72]),
        "heads": heads,
        "kv_heads": rng.choice([h for h in (1, 2, 4, 8) if heads % h == 0 and heads != 8 * h]),
        "head_dim": rng.choice([64, 80, 96, 128]),
        "batch": rng.choice([1, 2, 6, 12, 24]),
        "tokens": rng.choice([3000, 5000, 8000, 12000, 20000]),
        "bits": rng.choice([8, 16]),
    }


def show(p: dict) -> dict:
    return {
        "groups": f"{p['kv_heads']} key-value head{'s' if p['kv_heads'] > 1 else ''}",
        "load": f"{p['batch']} sequences of {p['tokens']} tokens each" if p["batch"] > 1 else f"one sequence of {p['tokens']} tokens",
    }


def answer(p: dict) -> float:
    return 2 * p["layers"] * p["batch"] * p["kv_heads"] * p["tokens"] * p["head_dim"] * p["bits"] / 8 / GIB


def answer_other(p: dict) -> float:
    """Bytes a token and layer, then everything that is kept."""
    per_token = sum(p["kv_heads"] * p["head_dim"] * (p["bits"] // 8) for _ in ("key", "value"))
    return sum(per_token for _ in range(p["layers"])) * p["tokens"] * p["batch"] / GIB


SLIPS = {
    "keys-only": lambda p: answer(p) / 2,
    "query-heads": lambda p: answer(p) * p["heads"] / p["kv_heads"],
    "bits-as-bytes": lambda p: answer(p) * 8,
}
