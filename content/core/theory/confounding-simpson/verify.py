"""Checks of the claims about confounding and Simpson's paradox."""

from fractions import Fraction

import numpy as np


def common_cause_makes_association():
    rng = np.random.default_rng(0)
    cause = rng.normal(size=20000)
    treated = cause + rng.normal(size=20000) > 0
    outcome = cause + rng.normal(size=20000)  # the treatment does nothing
    assert outcome[treated].mean() - outcome[~treated].mean() > 0.8
    near = np.abs(cause - 0.5) < 0.05
    assert abs(outcome[near & treated].mean() - outcome[near & ~treated].mean()) < 0.15


def every_group_says_the_opposite():
    """Conversions and visitors of the model answer's table, exactly."""
    a, b = {"new": (12, 200), "regular": (40, 100)}, {"new": (5, 100), "regular": (76, 200)}
    rate = {k: (Fraction(*a[k]), Fraction(*b[k])) for k in a}
    assert all(x > y for x, y in rate.values())
    total = [Fraction(sum(v[0] for v in t.values()), sum(v[1] for v in t.values())) for t in (a, b)]
    assert total == [Fraction(52, 300), Fraction(81, 300)] and [round(100 * t) for t in total] == [17, 27]
    same_mix = [sum(rate[k][i] for k in rate) / 2 for i in (0, 1)]
    assert same_mix[0] > same_mix[1], "with the same weights in both arms the order cannot turn"


def mediator_must_not_be_adjusted():
    """A randomised drug works only by lowering the pressure: comparing at equal pressure hides its whole effect."""
    rng = np.random.default_rng(1)
    drug = rng.random(40000) < 0.5
    pressure = rng.normal(size=40000) - drug
    health = -pressure + rng.normal(size=40000)
    assert abs(health[drug].mean() - health[~drug].mean() - 1) < 0.05
    x = np.c_[np.ones(40000), drug, pressure]
    assert abs(np.linalg.lstsq(x, health, rcond=None)[0][1]) < 0.05


def _observed(rng, n, effect=1.0):
    """A binary confounder that raises the chance of treatment from 0.3 to 0.8 and lowers the outcome."""
    sick = rng.random(n) < 0.4
    treated = rng.random(n) < np.where(sick, 0.8, 0.3)
    return sick, treated, effect * treated - 3.0 * sick + rng.normal(size=n)


def random_assignment_is_unbiased():
    rng = np.random.default_rng(2)
    hidden = rng.normal(size=40000)
    coin = rng.random(40000) < 0.5
    outcome = 1.0 * coin + 2 * hidden
    assert abs(outcome[coin].mean() - outcome[~coin].mean() - 1) < 0.08
    assert abs(hidden[coin].mean() - hidden[~coin].mean()) < 0.04, "even what nobody measured is balanced"


def standardising_and_weighting_agree():
    rng = np.random.default_rng(3)
    sick, treated, y = _observed(rng, 40000)
    raw = y[treated].mean() - y[~treated].mean()
    strata = sum(
        (sick == s).mean() * (y[(sick == s) & treated].mean() - y[(sick == s) & ~treated].mean()) for s in (0, 1)
    )
    chance = np.where(sick, treated[sick].mean(), treated[~sick].mean())
    weighted = (treated * y / chance).mean() - (~treated * y / (1 - chance)).mean()
    assert raw < 0 and abs(strata - 1) < 0.06 and abs(weighted - 1) < 0.06


def selection_creates_association():
    rng = np.random.default_rng(4)
    talent, diligence = rng.normal(size=(2, 40000))
    admitted = talent + diligence > 1.5
    assert abs(np.corrcoef(talent, diligence)[0, 1]) < 0.02
    assert np.corrcoef(talent[admitted], diligence[admitted])[0, 1] < -0.4


def bias_stays_as_data_grow():
    errors, widths = [], []
    for n in (500, 50000):
        _, treated, y = _observed(np.random.default_rng(5), n)
        errors.append(y[treated].mean() - y[~treated].mean() - 1)
        widths.append((y[treated].var() / treated.sum() + y[~treated].var() / (~treated).sum()) ** 0.5)
    assert min(np.abs(errors)) > 1 and widths[1] < 0.15 * widths[0]
