import random


def make(rng: random.Random) -> dict:
    while True:
        p = {
            "ill_in_1000": rng.choice([1, 2, 4, 5, 8, 10, 15, 20, 30]),
            "sensitivity": rng.choice([80, 84, 88, 90, 92, 95, 97]),
            "false_alarms": rng.choice([2, 3, 4, 5, 6, 8, 10]),
        }
        if abs(p["sensitivity"] / (p["sensitivity"] + p["false_alarms"]) - p["sensitivity"] / 100) > 0.02:
            return p


def answer(p: dict) -> float:
    prior, hit, alarm = p["ill_in_1000"] / 1000, p["sensitivity"] / 100, p["false_alarms"] / 100
    return prior * hit / (prior * hit + (1 - prior) * alarm)


def answer_other(p: dict) -> float:
    """Count people among a hundred thousand."""
    ill = 100 * p["ill_in_1000"]
    true_positives, false_positives = ill * p["sensitivity"], (100_000 - ill) * p["false_alarms"]
    return true_positives / (true_positives + false_positives)


SLIPS = {
    "base-rate-neglected": lambda p: p["sensitivity"] / 100,
    "prior-kept": lambda p: p["ill_in_1000"] / 1000,
    "false-alarms-not-weighed": lambda p: p["sensitivity"] / (p["sensitivity"] + p["false_alarms"]),
}
