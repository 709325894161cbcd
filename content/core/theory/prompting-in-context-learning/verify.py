"""Checks of the claims about in-context learning and chains of thought."""

from math import comb

import numpy as np


def frozen_weights_fit_a_new_task():
    """One fixed linear attention layer predicts for linear tasks that it never saw, from the examples in its context alone."""
    rng = np.random.default_rng(0)
    d, n = 4, 400

    def attend(xs, ys, query):
        return ys @ (xs @ query) / len(xs)

    for _ in range(20):
        task = rng.normal(size=d)
        xs, query = rng.normal(size=(n, d)), rng.normal(size=d)
        many = attend(xs, xs @ task, query)
        assert abs(many - task @ query) < 0.5 * np.linalg.norm(task) * np.linalg.norm(query)
        assert abs(attend(xs, xs @ -task, query) + many) < 1e-12, "other examples, other task; the same layer"


def majority_beats_one_sample():
    """Five samples that are right with probability 0.6 vote better; with a common wrong answer voting makes it worse."""

    def vote(p, n=5):
        return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n // 2 + 1, n + 1))

    assert abs(vote(0.6) - 0.68256) < 1e-9 and vote(0.6) > 0.6
    assert vote(0.4) < 0.4


def examples_are_paid_for_in_every_request():
    """Ten examples of 80 tokens before a question of 50: 17 times the input, in each of a million requests."""
    question, examples, requests = 50, 10 * 80, 10**6
    with_examples, without = requests * (question + examples), requests * question
    assert with_examples == 17 * without
