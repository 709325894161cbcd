"""What to do next, by a rule that a person can check, and the profile it looks at.

The rule: first what is unfinished; then the topic that is asked most and covered least; within it what was not tried yet,
easier before harder. Nothing is scored, and a day off costs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils import timezone

from greenroom.content.items import LoadedItem
from greenroom.record import services as record
from greenroom.record.models import Candidate, Interview, ItemState
from greenroom.rooms.coding import services as coding
from greenroom.rooms.shelf import services as shelf
from greenroom.rooms.shelf.services import Coverage, Row

Why = Literal["draft", "tried", "topic"]
AHEAD = 4
"""Items shown after the first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One suggestion, and why it is made. `coverage` is its topic's."""

    row: Row
    why: Why
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Day:
    """Today: the steps in order, the minutes the candidate planned, and the next interview."""

    steps: tuple[Step, ...]
    minutes: int
    interview: Interview | None
    days_left: int | None
    solved: int
    total: int

    @property
    def first(self) -> Step | None:
        return self.steps[0] if self.steps else None

    @property
    def rest(self) -> tuple[Step, ...]:
        return self.steps[1:]


def day(candidate: Candidate) -> Day:
    """What Today shows."""
    states = record.states(candidate=candidate)
    items = [item for item in shelf.on_shelf() if not candidate.role or candidate.role in item.item.roles]
    coverage = {c.topic: c for c in shelf.coverage(candidate=candidate, items=items)}
    steps: dict[str, Step] = {}
    for item, why in _suggest(candidate, items, states, coverage):
        if item.id not in steps:
            steps[item.id] = Step(shelf.row(item, states), why, coverage[_topic(item)])
        if len(steps) > AHEAD:
            break
    interview = candidate.interviews.filter(at__gte=timezone.now()).first()
    left = (timezone.localdate(interview.at) - timezone.localdate()).days if interview else None
    solved = sum(c.solved for c in coverage.values())
    return Day(tuple(steps.values()), minutes_today(candidate), interview, left, solved, len(items))


def minutes_today(candidate: Candidate) -> int:
    """The week's hours over its free days, to five minutes; 0 on a busy day."""
    busy = {day for day in candidate.busy_days if day in range(7)}
    if timezone.localdate().weekday() in busy:
        return 0
    return 5 * math.floor(candidate.hours_per_week * 60 / (7 - len(busy)) / 5)


def _suggest(
    candidate: Candidate, items: list[LoadedItem], states: Mapping[str, ItemState], coverage: Mapping[str, Coverage]
) -> Iterator[tuple[LoadedItem, Why]]:
    mine = {item.id: item for item in items}
    for name in coding.unfinished(candidate=candidate):
        if name in mine:
            yield mine[name], "draft"
    fresh = [item for item in items if item.id not in states]
    weakest = sorted(coverage.values(), key=lambda c: (-c.asked * (1 - c.share), c.title))
    rank = {c.topic: place for place, c in enumerate(weakest)}
    round_of: dict[str, int] = {}
    ordered = []
    for item in sorted(fresh, key=lambda i: (i.item.difficulty, -i.item.asked, i.id)):
        turn = round_of[_topic(item)] = round_of.get(_topic(item), -1) + 1
        ordered.append((turn, rank[_topic(item)], item))
    yield from ((item, "topic") for _, _, item in sorted(ordered, key=lambda o: o[:2]))
    tried = [item for item in items if item.id in states and states[item.id].status == ItemState.Status.TRIED]
    yield from ((item, "tried") for item in tried)


def _topic(item: LoadedItem) -> str:
    return item.item.topic.partition("/")[0]
