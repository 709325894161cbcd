import random

GATES = {"LSTM": 4, "GRU": 3}


def make(rng: random.Random) -> dict:
    return {"cell": rng.choice(list(GATES)), "x": rng.choice([24, 40, 64, 100, 128, 200, 300]), "h": rng.choice([32, 48, 80, 128, 256, 320])}


def answer(p: dict) -> int:
    return GATES[p["cell"]] * (p["h"] * (p["x"] + p["h"]) + p["h"])


def answer_other(p: dict) -> int:
    """Matrix by matrix."""
    return sum(p["x"] * p["h"] + p["h"] * p["h"] + p["h"] for _ in range(GATES[p["cell"]]))


SLIPS = {
    "no-bias": lambda p: GATES[p["cell"]] * p["h"] * (p["x"] + p["h"]),
    "one-gate": lambda p: p["h"] * (p["x"] + p["h"]) + p["h"],
    "no-recurrence": lambda p: GATES[p["cell"]] * (p["h"] * p["x"] + p["h"]),
}
