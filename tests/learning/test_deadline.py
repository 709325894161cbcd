"""The deadline scheduler: within the budget, only what helps, better than fixed retentions at equal minutes."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from bench.deadline import SCENARIOS, FsrsTruth, Scenario, compare
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.learning.deadline import Costs, Target, Week, plan_session
from greenroom.learning.memory import AGAIN, GOOD, Committee


def studied(seed: int, cards: int = 30) -> Committee:
    rng, memory = np.random.default_rng(seed), Committee(cards)
    for _ in range(2 * cards):
        card, right = int(rng.integers(cards // 2)), bool(rng.random() < 0.7)
        last = memory.deck.last[card]
        memory.study(card, GOOD if right else AGAIN, 0.0 if np.isnan(last) else float(last) + float(rng.integers(1, 9)))
    return memory


@given(st.integers(0, 10**6), st.floats(0, 2000), st.floats(0, 0.5))
@settings(max_examples=40)
def test_a_session_fits_its_budget_and_every_pick_helps(seed: int, budget: float, probe: float) -> None:
    memory = studied(seed)
    targets = [Target(40.0, np.ones(30)), Target(55.0, np.arange(30.0))]
    picks = plan_session(memory, targets, Costs.uniform(30), now=30.0, budget=budget, probe=probe)
    assert sum(p.seconds for p in picks) <= budget + 1e-6
    assert all(p.gain > 0 for p in picks)
    assert len({p.card for p in picks}) == len(picks)


@given(st.integers(0, 10**6))
@settings(max_examples=20)
def test_the_same_log_gives_the_same_plan(seed: int) -> None:
    plans = [
        plan_session(studied(seed), [Target(40.0, np.ones(30))], Costs.uniform(30), now=30.0, budget=600)
        for _ in range(2)
    ]
    assert plans[0] == plans[1]


def test_nothing_is_planned_for_interviews_that_are_over() -> None:
    assert plan_session(studied(1), [Target(10.0, np.ones(30))], Costs.uniform(30), now=30.0, budget=600) == []


def test_cards_that_no_interview_asks_are_left_alone() -> None:
    weights = np.zeros(30)
    weights[:5] = 1
    picks = plan_session(studied(2), [Target(40.0, weights)], Costs.uniform(30), now=30.0, budget=9999)
    assert {p.card for p in picks} <= set(range(5))


def test_no_new_cards_when_none_are_admitted() -> None:
    memory = studied(3)
    picks = plan_session(memory, [Target(40.0, np.ones(30))], Costs.uniform(30), now=30.0, budget=9999, admit_new=False)
    assert picks
    assert not any(memory.deck.fresh[p.card] for p in picks)


@pytest.mark.parametrize(
    "scenario", [s for s in SCENARIOS if s.name.startswith(("14 d", "30 d, 30"))], ids=lambda s: s.name
)
def test_it_beats_fixed_retentions_at_equal_minutes(scenario: Scenario) -> None:
    found = {name: float(score.mean()) for name, score in compare(scenario, FsrsTruth, 2).items()}
    best = max(score for name, score in found.items() if name not in ("deadline", "worst day"))
    over_ninety, over_best = found["deadline"] / found["0.90"] - 1, found["deadline"] / best - 1
    assert over_ninety >= (0.15 if scenario.tight else -0.005)
    assert over_best >= (0.05 if scenario.tight else -0.005)
    assert found["worst day"] <= 1.3


def test_busy_days_and_the_eve_have_fewer_minutes() -> None:
    week = Week(minutes=(30, 30, 30, 30, 30, 60, 0), exceptions={date(2026, 12, 1): 5})
    interview = date(2026, 12, 4)
    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 3)]
    assert [week.budget(day, [interview]) / 60 for day in days] == [30, 5, 15]
    assert week.admits_new(date(2026, 12, 2), [interview])
    assert not week.admits_new(date(2026, 12, 3), [interview])
