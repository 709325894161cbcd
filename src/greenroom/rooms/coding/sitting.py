"""One item's clock and hints, read from the log of what was done in its room: the events are the only place they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils import timezone

from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate, Event

Move = Literal["start", "pause", "reset"]
MOVES: tuple[Move, ...] = ("start", "pause", "reset")
NEW_SITTING = timedelta(minutes=30)
"""After so long without an event, opening the room begins a new sitting."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """`elapsed` in seconds up to now; `hints` are the numbers (from 1) of the hints opened, `cost` their sum."""

    elapsed: float
    running: bool
    hints: tuple[int, ...]
    cost: int
    opened_at: datetime


def stream_of(candidate: Candidate, item: str) -> str:
    return f"coding/{candidate.pk}/{item}"


def read(*, candidate: Candidate, item: str, now: datetime | None = None) -> Sitting:
    """Fold the item's events."""
    now = now or timezone.now()
    elapsed, since, hints, opened = 0.0, None, dict[int, int](), now
    for event in record.replay(candidate=candidate, stream=stream_of(candidate, item)):
        if event.kind == "timer":
            move = event.payload["move"]
            if since is not None:
                elapsed += (event.at - since).total_seconds()
            since = event.at if move == "start" else None
            elapsed = 0.0 if move == "reset" else elapsed
        elif event.kind == "hint":
            hints.setdefault(event.payload["n"], event.payload["cost"])
        elif event.kind == "opened":
            opened = event.at
    running = since is not None
    if since is not None:
        elapsed += (now - since).total_seconds()
    return Sitting(elapsed, running, tuple(sorted(hints)), sum(hints.values()), opened)


def enter(*, candidate: Candidate, item: str) -> None:
    """Note that the room was opened, once a sitting."""
    last = Event.objects.filter(candidate=candidate, stream=stream_of(candidate, item)).order_by("-id").first()
    if last is None or timezone.now() - last.at > NEW_SITTING:
        _note(candidate, item, "opened", {})


def move_timer(*, candidate: Candidate, item: str, move: Move) -> None:
    """Start, pause or reset the clock."""
    _note(candidate, item, "timer", {"move": move})


def open_hint(*, candidate: Candidate, item: str, n: int, cost: int) -> None:
    """Note that a hint was read and what it costs."""
    _note(candidate, item, "hint", {"n": n, "cost": cost})


def began(*, candidate: Candidate, item: str) -> datetime:
    """When work towards the next attempt began: the end of the last attempt, or the opening, whichever is later."""
    opened = read(candidate=candidate, item=item).opened_at
    last = (
        Attempt.objects.filter(candidate=candidate, item=item)
        .order_by("-id")
        .values_list("ended_at", flat=True)
        .first()
    )
    return max(opened, last) if last else opened


def _note(candidate: Candidate, item: str, kind: str, payload: dict[str, object]) -> None:
    record.append_event(candidate=candidate, stream=stream_of(candidate, item), kind=kind, payload=payload)
