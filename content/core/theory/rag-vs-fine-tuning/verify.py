"""Checks of the claims about retrieval and fine-tuning, on a linear model beside a table."""

import numpy as np


def _world(rng, n=40, d=64):
    """Questions as vectors, answers as numbers."""
    keys = rng.normal(size=(n, d))
    return keys / np.linalg.norm(keys, axis=1, keepdims=True), rng.normal(size=n)


def _fit(keys, answers):
    return np.linalg.lstsq(keys, answers, rcond=None)[0]


def _look_up(store, answers, query):
    return answers[np.argmax(store @ query)]


def only_the_store_changes():
    """A look-up answers from what it is handed; a fit has to have other weights to answer otherwise."""
    rng = np.random.default_rng(0)
    keys, old = _world(rng)
    new = old.copy()
    new[7] += 3
    assert _look_up(keys, new, keys[7]) == new[7] and _look_up(keys, old, keys[7]) == old[7]
    assert not np.allclose(_fit(keys, old), _fit(keys, new))


def updating_the_store_updates_the_answer():
    rng = np.random.default_rng(1)
    keys, answers = _world(rng)
    weights = _fit(keys, answers)
    answers[3] = 100.0
    assert _look_up(keys, answers, keys[3]) == 100.0
    assert abs(keys[3] @ weights - 100) > 90, "the trained weights still give the earlier value"
    again = _fit(keys, answers)
    assert abs(keys[3] @ again - 100) < 1e-6, "until they are trained again"


def costs_break_even():
    """A prompt of 2000 retrieved tokens at 1 a million tokens, against 400 a training run and one run a month."""
    prompt, price, run = 2000, 1 / 1e6, 400

    def retrieval(requests):
        return requests * prompt * price

    def tuning(months):
        return months * run

    assert retrieval(100_000) < tuning(1) < retrieval(300_000)
    assert retrieval(200_000) == tuning(1)
    assert retrieval(200_000) < tuning(4), "weekly updates: four runs in the month"
