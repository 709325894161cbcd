import math
import random


def make(rng: random.Random) -> dict:
    return {"loss": rng.choice([1.6, 1.8, 1.9, 2.1, 2.2, 2.4, 2.6, 2.7, 2.9, 3.1, 3.3]), "chars": rng.choice([2.5, 3.2, 3.6, 3.8, 4.0, 4.2, 4.4, 4.6])}


def answer(p: dict) -> list[float]:
    return [math.exp(p["loss"]), p["loss"] / math.log(2) / p["chars"]]


def answer_other(p: dict) -> list[float]:
    """Perplexity first, bits from its logarithm."""
    perplexity = math.e ** p["loss"]
    return [perplexity, math.log2(perplexity) / p["chars"]]


SLIPS = {
    "base-two": lambda p: [2 ** p["loss"], answer(p)[1]],
    "nats-per-character": lambda p: [answer(p)[0], p["loss"] / p["chars"]],
    "multiplied": lambda p: [answer(p)[0], p["loss"] / math.log(2) * p["chars"]],
}
