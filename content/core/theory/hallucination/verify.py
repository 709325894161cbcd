"""Checks of the claims about hallucination."""

import numpy as np


def rare_facts_cannot_be_inferred():
    """Likelihood from counts: an arbitrary fact never seen gets the average of its kind, right or wrong alike."""
    rng = np.random.default_rng(0)
    truth = rng.integers(365, size=4000)
    guess = np.bincount(truth[:2000], minlength=365).argmax()
    assert (truth[2000:] == guess).mean() < 0.02


def accuracy_scoring_rewards_guessing():
    for sure in (0.05, 0.3, 0.6):
        assert sure * 1 + (1 - sure) * 0 > 0, "right or wrong only: guessing beats the zero of a blank"
        penalised = sure - (1 - sure)
        assert (penalised > 0) == (sure > 0.5), "with a penalty, abstaining pays below one half"


def greedy_repeats_a_likely_error():
    """The wrong year is likelier in the model: cooling makes the error certain."""
    p = np.array([0.6, 0.4])
    errors = [(p ** (1 / t) / (p ** (1 / t)).sum())[0] for t in (1.0, 0.5, 0.05)]
    assert errors[0] < errors[1] < errors[2] and errors[2] > 0.999
