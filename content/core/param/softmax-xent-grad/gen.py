import math
import random

VALUES = {"0": 0.0, "ln 2": math.log(2), "ln 3": math.log(3), "ln 4": math.log(4), "ln 5": math.log(5), "ln 6": math.log(6)}


def make(rng: random.Random) -> dict:
    a, b, c = rng.sample(list(VALUES), 3)
    return {"a": a, "b": b, "c": c, "label": rng.randrange(3)}


def show(p: dict) -> dict:
    return {"which": ["first", "second", "third"][p["label"]], "number": str(p["label"] + 1)}


def _probabilities(p: dict) -> list[float]:
    weights = [math.exp(VALUES[p[name]]) for name in "abc"]
    return [w / sum(weights) for w in weights]


def answer(p: dict) -> list[float]:
    return [q - (k == p["label"]) for k, q in enumerate(_probabilities(p))]


def answer_other(p: dict) -> list[float]:
    """Central differences of the loss itself."""
    def loss(z: list[float]) -> float:
        return math.log(sum(map(math.exp, z))) - z[p["label"]]

    z, step, found = [VALUES[p[name]] for name in "abc"], 1e-4, []
    for k in range(3):
        up, down = z.copy(), z.copy()
        up[k] += step
        down[k] -= step
        found.append((loss(up) - loss(down)) / (2 * step))
    return found


def _of_probability(p: dict) -> list[float]:
    q = _probabilities(p)
    return [q[p["label"]] * ((k == p["label"]) - q[k]) for k in range(3)]


SLIPS = {
    "probabilities-only": _probabilities,
    "sign-turned": lambda p: [-g for g in answer(p)],
    "gradient-of-the-probability": _of_probability,
}
