"""What the rooms may do with the record: profiles, appending, reading and replaying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from greenroom.record import derive, signals
from greenroom.record.locks import in_order
from greenroom.record.models import Attempt, Candidate, Event, Interview, ItemState

SOLO = "solo"


def solo_candidate() -> Candidate:
    """The one candidate of solo mode, made on the first call."""
    return find(username=SOLO) or candidate_of(user=User.objects.get_or_create(username=SOLO)[0])


def candidate_of(*, user: User) -> Candidate:
    """The user's profile, made on the first call."""
    return Candidate.objects.select_related("user").get_or_create(user=user)[0]


def find(*, username: str) -> Candidate | None:
    """The candidate of that user name, if there is one."""
    return Candidate.objects.select_related("user").filter(user__username=username).first()


def update_profile(*, candidate: Candidate, **changes: Any) -> Candidate:
    """Set profile fields.

    Raises:
        ValidationError: a value that the profile cannot hold; nothing is saved.
    """
    for name, value in changes.items():
        setattr(candidate, name, value)
    candidate.full_clean(exclude=["user"])
    candidate.save(update_fields=list(changes))
    return candidate


def add_interview(
    *, candidate: Candidate, at: datetime, role: str = "", domains: list[str] | None = None, employer: str = ""
) -> Interview:
    """Put an interview into the diary."""
    interview = Interview(candidate=candidate, at=at, role=role, domains=domains or [], employer=employer)
    interview.full_clean()
    interview.save()
    return interview


@transaction.atomic
def append_attempt(
    *,
    candidate: Candidate,
    item: str,
    version: str,
    kind: str,
    started_at: datetime,
    ended_at: datetime | None = None,
    given: dict[str, Any] | None = None,
    seed: int = 0,
    result: dict[str, Any] | None = None,
    evidence: dict[str, Any] | None = None,
    verdict: str = "",
    score: float | None = None,
) -> Attempt:
    """Append what was tried and bring the item's derived state up to date, both or neither."""
    state = derive.locked_state(candidate_id=candidate.pk, item=item)
    attempt = Attempt.objects.create(
        candidate=candidate,
        item=item,
        version=version,
        kind=Attempt.Kind(kind),
        given=given or {},
        seed=seed,
        result=result or {},
        evidence=evidence or {},
        verdict=verdict,
        score=score,
        started_at=started_at,
        ended_at=ended_at or timezone.now(),
    )
    derive.fold(state, attempt)
    state.save()
    return attempt


def append_event(*, candidate: Candidate, stream: str, kind: str, payload: dict[str, Any] | None = None) -> Event:
    """Append to a stream; its readers are told once the transaction is committed.

    Raises:
        PermissionError: the stream is another candidate's.
        ValueError: the kind is not a plain word.
    """
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", kind):
        raise ValueError(f"the kind of an event is a plain word, not {kind!r}")
    with transaction.atomic(), in_order(stream):
        if not may_read(candidate=candidate, stream=stream):
            raise PermissionError(f"stream {stream} is another candidate's")
        event = Event.objects.create(
            candidate=candidate, stream=stream, kind=kind, payload=payload or {}, at=timezone.now()
        )
        transaction.on_commit(lambda: signals.appended.send(Event, stream=stream))
    return event


def may_read(*, candidate: Candidate, stream: str) -> bool:
    """A stream belongs to whoever wrote its first event; one without events is free."""
    first = Event.objects.filter(stream=stream).order_by("id").values_list("candidate_id", flat=True).first()
    return first in (None, candidate.pk)


def replay(*, candidate: Candidate, stream: str, after: int = 0) -> Iterator[Event]:
    """The candidate's events of a stream in the order they happened."""
    return Event.objects.filter(candidate=candidate, stream=stream, id__gt=after).order_by("id").iterator()


def attempts(*, candidate: Candidate, item: str | None = None) -> list[Attempt]:
    """The candidate's attempts, the newest first."""
    found = Attempt.objects.filter(candidate=candidate).order_by("-id")
    return list(found if item is None else found.filter(item=item))


def states(*, candidate: Candidate) -> dict[str, ItemState]:
    """Where the candidate stands, by item id. An item that is missing here is untouched."""
    return {state.item: state for state in ItemState.objects.filter(candidate=candidate)}
