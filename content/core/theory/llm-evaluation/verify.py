"""Checks of the claims about evaluating language-model systems."""

import numpy as np


def tuning_on_the_test_set_flatters():
    """The best of fifty equal prompts looks better on the cases it was picked on than on fresh ones."""
    rng = np.random.default_rng(0)
    tuned, fresh = (rng.random((50, 100)) < 0.7).mean(1), (rng.random((50, 1000)) < 0.7).mean(1)
    best = tuned.argmax()
    assert tuned[best] > 0.76 and abs(fresh[best] - 0.7) < 0.05


def overlap_misses_a_negation():
    right = "the patient should stop taking the drug before the operation".split()
    wrong = "the patient should not stop taking the drug before the operation".split()
    assert len(set(right) & set(wrong)) / len(set(wrong)) > 0.85


def swapping_cancels_position_bias():
    rng = np.random.default_rng(1)

    def first_wins(gap):
        return rng.random(20000) < 1 / (1 + np.exp(-(gap + 0.8)))

    one_order, other = first_wins(0.0), first_wins(0.0)
    assert one_order.mean() > 0.65
    assert abs((one_order.mean() + 1 - other.mean()) / 2 - 0.5) < 0.02


def two_points_are_noise_on_few_cases():
    n, p = 300, 0.8
    half = 1.96 * (2 * p * (1 - p) / n) ** 0.5
    assert half > 0.06, "unpaired"
    assert 1.96 * (0.1 / n) ** 0.5 < half, "a paired comparison whose verdicts differ in a tenth of cases is tighter"


def leaked_items_inflate_the_score():
    true, leaked = 0.6, 0.3
    assert leaked * 1.0 + (1 - leaked) * true > true + 0.1


def proxy_and_outcome_can_disagree():
    quality, seconds = np.array([0.82, 0.80]), np.array([9.0, 2.0])
    success = quality * np.exp(-seconds / 20)
    assert quality.argmax() == 0 and success.argmax() == 1
