"""Checks of the claims about Bayes' rule: 1 in 100 ill, sensitivity and specificity 0.95."""

import numpy as np

PRIOR, HIT, FALSE = 0.01, 0.95, 0.05


def _posterior(prior):
    return HIT * prior / (HIT * prior + FALSE * (1 - prior))


def rule_matches_counting():
    rng = np.random.default_rng(0)
    ill = rng.random(2_000_000) < PRIOR
    positive = rng.random(len(ill)) < np.where(ill, HIT, FALSE)
    assert abs(ill[positive].mean() - _posterior(PRIOR)) < 0.005


def total_probability_adds_up():
    joint = np.array([[HIT * PRIOR, (1 - HIT) * PRIOR], [FALSE * (1 - PRIOR), (1 - FALSE) * (1 - PRIOR)]])
    assert np.isclose(joint.sum(), 1)
    assert np.isclose(joint[0, 0] / joint[:, 0].sum(), _posterior(PRIOR))


def rare_condition_gives_false_positives():
    assert np.isclose(_posterior(PRIOR), 95 / 590)
    assert _posterior(PRIOR) < 0.17 < 0.94 < _posterior(0.5)


def conditionals_differ():
    assert HIT - _posterior(PRIOR) > 0.7


def odds_multiply():
    once, twice = _posterior(PRIOR), _posterior(_posterior(PRIOR))
    assert np.isclose(once / (1 - once), PRIOR / (1 - PRIOR) * HIT / FALSE)
    assert np.isclose(twice, HIT**2 * PRIOR / (HIT**2 * PRIOR + FALSE**2 * (1 - PRIOR)))
