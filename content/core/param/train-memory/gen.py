import random


def make(rng: random.Random) -> dict:
    return {"params": rng.choice([1, 2, 3, 4, 7, 8, 13, 20, 34]), "devices": rng.choice([4, 6, 8, 12, 16]), "stage": rng.choice([1, 2])}


def show(p: dict) -> dict:
    return {
        "sharded": "the optimiser's state is" if p["stage"] == 1 else "the optimiser's state and the gradients are",
        "sharded_zh": "优化器状态" if p["stage"] == 1 else "优化器状态和梯度",
    }


def answer(p: dict) -> float:
    state, gradients = 12 / p["devices"], 2 / (p["devices"] if p["stage"] == 2 else 1)
    return p["params"] * (2 + gradients + state)


def answer_other(p: dict) -> float:
    """Tensor by tensor, in bytes."""
    n = p["params"] * 10**9
    whole = [2 * n] + ([2 * n] if p["stage"] == 1 else [])
    split = [4 * n, 4 * n, 4 * n] + ([2 * n] if p["stage"] == 2 else [])
    return (sum(whole) + sum(split) / p["devices"]) / 10**9


SLIPS = {
    "no-master-copy": lambda p: answer(p) - 4 * p["params"] / p["devices"],
    "nothing-sharded": lambda p: 16.0 * p["params"],
    "everything-sharded": lambda p: 16 * p["params"] / p["devices"],
}
