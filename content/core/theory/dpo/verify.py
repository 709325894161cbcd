"""Checks of the claims about direct preference optimisation."""

import numpy as np

BETA = 0.3


def _loss(chosen, rejected, ref_chosen, ref_rejected, beta=BETA):
    margin = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return np.log1p(np.exp(-margin))


def gradient_prefers_the_chosen():
    h = 1e-6
    base = (-5.0, -4.0, -5.5, -4.5)
    by_chosen = (_loss(base[0] + h, *base[1:]) - _loss(*base)) / h
    by_rejected = (_loss(base[0], base[1] + h, *base[2:]) - _loss(*base)) / h
    assert by_chosen < 0 < by_rejected and np.isclose(by_chosen, -by_rejected, atol=1e-4)


def loss_starts_at_log_two():
    for chosen, rejected in [(-3.0, -8.0), (-8.0, -3.0)]:
        assert np.isclose(_loss(chosen, rejected, chosen, rejected), np.log(2))


def _optimum(reward, ref, beta):
    p = ref * np.exp(reward / beta)
    return p / p.sum()


def partition_function_cancels():
    rng = np.random.default_rng(0)
    ref, reward = rng.dirichlet(np.ones(6)), rng.normal(size=6)
    best = _optimum(reward, ref, BETA)
    implied = BETA * np.log(best / ref)
    assert np.ptp(implied - reward) < 1e-9, "equal to the reward up to one constant for the prompt"
    value = best @ reward - BETA * (best @ np.log(best / ref))
    others = rng.dirichlet(np.ones(6), size=2000)
    assert (others @ reward - BETA * (others * np.log(others / ref)).sum(1)).max() <= value


def larger_beta_stays_closer():
    rng = np.random.default_rng(1)
    ref, reward = rng.dirichlet(np.ones(6)), rng.normal(size=6)
    kl = [(p * np.log(p / ref)).sum() for p in (_optimum(reward, ref, b) for b in (0.1, 0.5, 2.0))]
    assert kl[0] > kl[1] > kl[2]


def both_may_fall():
    before = _loss(-5.0, -5.0, -5.0, -5.0)
    assert _loss(-6.0, -9.0, -5.0, -5.0) < before
