from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction

from greenroom.record import services
from greenroom.record.models import Attempt, Candidate, Erasure, Event

WHEN = datetime(2026, 11, 23, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(ada: Candidate) -> Attempt:
    return services.append_attempt(candidate=ada, item="coding/softmax", version="1", kind="submit", started_at=WHEN)


@pytest.fixture
def event(ada: Candidate) -> Event:
    return services.append_event(candidate=ada, stream="s", kind="typed")


def test_an_attempt_cannot_be_changed(attempt: Attempt) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Attempt.objects.filter(pk=attempt.pk).update(score=1.0)
    attempt.refresh_from_db()
    assert attempt.score is None


def test_an_event_cannot_be_changed(event: Event) -> None:
    event.payload = {"forged": True}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        event.save()


def test_neither_can_be_deleted(attempt: Attempt, event: Event) -> None:
    for row in (attempt, event):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            type(row).objects.filter(pk=row.pk).delete()
    assert Attempt.objects.count() == Event.objects.count() == 1


def test_an_erasure_lets_go_of_one_candidate_only(attempt: Attempt, bo: Candidate) -> None:
    services.append_attempt(candidate=bo, item="coding/softmax", version="1", kind="submit", started_at=WHEN)
    Erasure.objects.create(candidate_id=attempt.candidate_id)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Attempt.objects.filter(candidate=bo).delete()
    Attempt.objects.filter(candidate_id=attempt.candidate_id).delete()
    assert [kept.candidate for kept in Attempt.objects.all()] == [bo]


def test_even_an_erasure_changes_nothing(attempt: Attempt) -> None:
    Erasure.objects.create(candidate_id=attempt.candidate_id)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Attempt.objects.update(verdict="AC")
