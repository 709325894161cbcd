"""A candidate's memory, replayed from the log. The log is the truth; what is kept between requests is only a shortcut."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from greenroom.learning.memory import GOOD, Committee, grade_of
from greenroom.record.models import Attempt, Candidate
from greenroom.rooms.review.cards import Cards, cards

CREDIT = {"covered": 1.0, "partly": 0.6, "missing": 0.0, "contradicted": 0.0}
"""A claim's verdict as a score; `partly` is a hard recall, not a failure."""
_KEPT = 64
_DAY = 86400.0


@dataclass(slots=True)
class Replay:
    """A memory and the id of the last attempt in it."""

    memory: Committee
    upto: int = 0


_replays: OrderedDict[int, Replay] = OrderedDict()
_lock = Lock()


def memory_of(*, candidate: Candidate) -> Committee:
    """The candidate's memory after everything in the log. Deterministic: the same log gives the same memory."""
    deck = cards()
    with _lock:
        replay = _replays.get(candidate.pk)
        if replay is None or len(replay.memory.deck.last) != len(deck.cards):
            replay = Replay(Committee(len(deck.cards)))
        news = Attempt.objects.filter(candidate=candidate, id__gt=replay.upto, score__isnull=False).order_by("id")
        for attempt in news.iterator():
            for place, grade in graded(attempt, deck):
                replay.memory.study(place, grade, days(attempt.ended_at))
            replay.upto = attempt.pk
        _replays[candidate.pk] = replay
        _replays.move_to_end(candidate.pk)
        while len(_replays) > _KEPT:
            _replays.popitem(last=False)
        return replay.memory


def forget_all() -> None:
    """Drop the shortcuts; the next question replays the log."""
    with _lock:
        _replays.clear()


def days(at: datetime) -> float:
    """A moment as days since the epoch, the memory's unit of time."""
    return at.timestamp() / _DAY


def graded(attempt: Attempt, deck: Cards) -> Iterator[tuple[int, int]]:
    """(card, FSRS grade) for everything the attempt shows about memory."""
    claims = attempt.evidence.get("claims")
    if isinstance(claims, list):
        for claim in claims:
            place = deck.place.get((attempt.item, str(claim.get("id"))))
            if place is not None:
                yield place, grade_of(CREDIT.get(str(claim.get("verdict")), 0.0))
        return
    place = deck.place.get((attempt.item, ""))
    if place is not None and attempt.score is not None and attempt.kind in (Attempt.Kind.ANSWER, Attempt.Kind.SUBMIT):
        unaided = not attempt.evidence.get("hints")
        yield place, grade_of(attempt.score, unaided=unaided) if attempt.score < 1 or not unaided else GOOD
