from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from greenroom.record import services, signals
from greenroom.record.models import Attempt, Candidate, ItemState

WHEN = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.django_db
def test_a_replay_gives_a_stream_in_order_and_from_where_one_left(ada: Candidate) -> None:
    rows = [services.append_event(candidate=ada, stream="sitting/1", kind="typed", payload={"n": n}) for n in range(5)]
    services.append_event(candidate=ada, stream="sitting/2", kind="typed", payload={"n": 99})
    whole = [event.payload["n"] for event in services.replay(candidate=ada, stream="sitting/1")]
    rest = [event.payload["n"] for event in services.replay(candidate=ada, stream="sitting/1", after=rows[2].pk)]
    assert (whole, rest) == ([0, 1, 2, 3, 4], [3, 4])


@pytest.mark.django_db
def test_nobody_writes_into_another_ones_stream(ada: Candidate, bo: Candidate) -> None:
    services.append_event(candidate=ada, stream="sitting/1", kind="typed")
    with pytest.raises(PermissionError):
        services.append_event(candidate=bo, stream="sitting/1", kind="typed")
    assert list(services.replay(candidate=bo, stream="sitting/1")) == []


@pytest.mark.django_db
def test_an_event_kind_is_a_plain_word(ada: Candidate) -> None:
    with pytest.raises(ValueError, match="kind"):
        services.append_event(candidate=ada, stream="s", kind="a\nid: 7")


@pytest.mark.django_db(transaction=True)
def test_readers_are_told_only_of_what_was_committed(ada: Candidate) -> None:
    told: list[str] = []

    def listen(stream: str, **_: object) -> None:
        told.append(stream)

    signals.appended.connect(listen)
    with suppress(RuntimeError), transaction.atomic():
        services.append_event(candidate=ada, stream="lost", kind="typed")
        raise RuntimeError
    with transaction.atomic():
        services.append_event(candidate=ada, stream="kept", kind="typed")
        assert told == []
    assert told == ["kept"]


@pytest.mark.django_db
def test_an_attempt_and_its_state_stand_or_fall_together(ada: Candidate) -> None:
    with pytest.raises(ValueError, match="nonsense"):
        services.append_attempt(candidate=ada, item="coding/knn", version="1", kind="nonsense", started_at=WHEN)
    assert not Attempt.objects.exists()
    assert not ItemState.objects.exists()


@pytest.mark.django_db
def test_a_profile_refuses_what_it_cannot_hold(ada: Candidate) -> None:
    with pytest.raises(ValidationError):
        services.update_profile(candidate=ada, theme="pink")
    ada.refresh_from_db()
    assert ada.theme == "system"
    assert services.update_profile(candidate=ada, theme="dark", hours_per_week=8).theme == "dark"


@pytest.mark.django_db
def test_the_newest_attempt_comes_first(ada: Candidate, bo: Candidate) -> None:
    for candidate, item in ((ada, "coding/knn"), (bo, "coding/knn"), (ada, "coding/softmax")):
        services.append_attempt(candidate=candidate, item=item, version="1", kind="run", started_at=WHEN)
    assert [a.item for a in services.attempts(candidate=ada)] == ["coding/softmax", "coding/knn"]
    assert len(services.attempts(candidate=ada, item="coding/knn")) == 1
