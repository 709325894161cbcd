"""The array FSRS-6 says what the reference implementation says; the committee learns how a person forgets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from greenroom.learning.memory import AGAIN, GOOD, Committee, Deck, Fsrs, grade_of

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
history = st.lists(st.tuples(st.integers(1, 40), st.sampled_from([1, 2, 3, 4])), min_size=1, max_size=12)


@given(st.sampled_from([1, 2, 3, 4]), history)
def test_it_equals_the_reference_implementation(first: int, reviews: list[tuple[int, int]]) -> None:
    scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    card, _ = scheduler.review_card(Card(), Rating(first), START)
    model, deck, day = Fsrs(), Deck.new(1), 0
    deck.study(model, 0, first, 0.0)
    for gap, grade in reviews:
        day += gap
        card, _ = scheduler.review_card(card, Rating(grade), START + timedelta(days=day))
        deck.study(model, 0, grade, float(day))
    assert deck.stability[0] == pytest.approx(card.stability, rel=1e-9)
    assert deck.difficulty[0] == pytest.approx(card.difficulty, rel=1e-9)
    later = START + timedelta(days=day + 9)
    assert deck.recall(model, day + 9.0)[0] == pytest.approx(scheduler.get_card_retrievability(card, later), rel=1e-9)


@given(st.floats(0.01, 1000), st.floats(0.05, 0.99))
def test_the_interval_is_where_recall_falls_to_the_retention(stability: float, retention: float) -> None:
    model, days = Fsrs(), np.array([stability])
    assert model.recall(days, model.interval(days, retention))[0] == pytest.approx(retention)


@pytest.mark.parametrize(("half_life", "faster"), [(1.0, True), (60.0, False)])
def test_the_committee_follows_the_person(half_life: float, faster: bool) -> None:
    rng = np.random.default_rng(7)
    memory, average = Committee(40), Committee(40)
    for card in range(40):
        memory.study(card, GOOD, 0.0)
        average.study(card, GOOD, 0.0)
    for card in range(40):
        right = rng.random() < 2 ** (-3 / half_life)
        memory.study(card, GOOD if right else AGAIN, 3.0)
    before, after = average.weights, memory.weights
    decay = memory.model.w[20][:, 0]
    longest = memory.model.w[2][:, 0]
    assert ((after @ decay) > (before @ decay)) == faster or ((after @ longest) < (before @ longest)) == faster
    assert after.sum() == pytest.approx(1)


def test_cards_never_studied_are_not_recalled() -> None:
    assert Committee(3).recall(5.0).tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("score", "options", "grade"),
    [(0.2, {}, 1), (0.6, {}, 2), (0.9, {}, 3), (1.0, {"quick": True}, 4), (1.0, {"unaided": False}, 2)],
)
def test_grades_come_from_performance(score: float, options: dict[str, bool], grade: int) -> None:
    assert grade_of(score, **options) == grade
