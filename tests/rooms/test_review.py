"""The memory queue: replayed from the log, aimed at the interviews, within the day's minutes."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest
from django.test import Client
from django.utils import timezone

from greenroom.record import services as record
from greenroom.record.models import Candidate
from greenroom.rooms.review import memory, services
from greenroom.rooms.review.cards import cards
from greenroom.rooms.shelf.library import library
from greenroom.rooms.theory import services as theory

NOW = datetime(2026, 11, 25, 12, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def _fresh() -> None:
    memory.forget_all()


def practise(
    candidate: Candidate, text: str = "During training units are dropped at random with probability p."
) -> None:
    theory.answer(candidate=candidate, item=library()["theory/dropout"], text=text)


def test_the_memory_is_the_log_and_nothing_else(ada: Candidate) -> None:
    for _ in range(3):
        practise(ada)
    grown = memory.memory_of(candidate=ada).recall(30_000.0)
    memory.forget_all()
    assert np.array_equal(grown, memory.memory_of(candidate=ada).recall(30_000.0))


def test_only_what_was_answered_is_known(ada: Candidate, bo: Candidate) -> None:
    practise(ada)
    deck = cards()
    known = {
        c.item for c, fresh in zip(deck.cards, memory.memory_of(candidate=ada).deck.fresh, strict=True) if not fresh
    }
    assert known == {"theory/dropout"}
    assert memory.memory_of(candidate=bo).deck.fresh.all()


def test_the_queue_fits_the_day_and_interleaves(ada: Candidate) -> None:
    record.update_profile(candidate=ada, hours_per_week=14)
    queue = services.queue(candidate=ada, now=NOW)
    assert queue.turns
    assert queue.seconds <= queue.budget
    topics = [t.row.item.item.topic.partition("/")[0] for t in queue.turns]
    longest = max(sum(1 for _ in run) for run in _runs(topics))
    assert longest <= services.AT_A_TIME or len(set(topics)) == 1


def test_a_busy_day_is_free(ada: Candidate) -> None:
    record.update_profile(candidate=ada, busy_days=[NOW.weekday()])
    assert services.queue(candidate=ada, now=NOW).turns == ()


def test_the_eve_of_an_interview_has_half_the_minutes_and_nothing_new(ada: Candidate) -> None:
    before = services.queue(candidate=ada, now=NOW).budget
    record.add_interview(candidate=ada, at=NOW + timedelta(days=1))
    eve = services.queue(candidate=ada, now=NOW)
    assert eve.taper
    assert eve.budget == pytest.approx(before / 2)
    assert not any(turn.fresh for turn in eve.turns)


def test_the_interviews_role_decides_what_matters(ada: Candidate) -> None:
    deck = cards()
    record.add_interview(candidate=ada, at=NOW + timedelta(days=9), role="ml-engineer")
    interview = ada.interviews.get()
    weights = services.weights(deck, ada, interview)
    for card, weight in zip(deck.cards, weights, strict=True):
        if "ml-engineer" not in library()[card.item].item.roles:
            assert weight < card.weight


def test_expected_recall_rises_with_the_days_queue(ada: Candidate) -> None:
    record.add_interview(candidate=ada, at=NOW + timedelta(days=12))
    practise(ada)
    aim = services.queue(candidate=ada, now=NOW).aims[0]
    assert 0 <= aim.expected <= aim.after_today <= 1


def test_the_page_and_the_door_onward(client: Client, ada: Candidate) -> None:
    page = client.get("/memory/").content.decode()
    assert "Unknown: nothing has been studied yet." in page
    target = client.get("/memory/next")
    assert target.status_code == 302
    assert client.get(target["Location"]).status_code == 200


def _runs(values: list[str]) -> list[list[str]]:
    runs: list[list[str]] = []
    for value in values:
        if runs and runs[-1][0] == value:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs
