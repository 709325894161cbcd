import random


def make(rng: random.Random) -> dict:
    return {
        "layers": rng.choice([18, 24, 28, 32, 40, 48]),
        "d_model": rng.choice([1024, 1536, 2048, 2560, 3072, 4096]),
        "d_ff": rng.choice([5632, 6912, 8192, 11008]),
        "rank": rng.choice([4, 8, 16, 32]),
    }


def answer(p: dict) -> int:
    attention = 2 * p["rank"] * (p["d_model"] + p["d_model"])
    return p["layers"] * (attention + p["rank"] * (p["d_model"] + p["d_ff"]))


def answer_other(p: dict) -> int:
    """Add the sizes of the factors, matrix by matrix."""
    shapes = [(p["d_model"], p["d_model"]), (p["d_model"], p["d_model"]), (p["d_model"], p["d_ff"])]
    return sum(p["rank"] * n_in + n_out * p["rank"] for _ in range(p["layers"]) for n_in, n_out in shapes)


SLIPS = {
    "one-factor": lambda p: p["layers"] * p["rank"] * 3 * p["d_model"],
    "full-matrix": lambda p: p["layers"] * (2 * p["d_model"] ** 2 + p["d_model"] * p["d_ff"]),
    "product": lambda p: p["layers"] * p["rank"] * (2 * p["d_model"] ** 2 + p["d_model"] * p["d_ff"]),
}
