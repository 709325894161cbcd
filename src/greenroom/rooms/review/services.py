"""One queue over everything there is to remember, aimed at the hours of the interviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
from django.utils import timezone

from greenroom.content.items import LoadedItem
from greenroom.learning.deadline import Target, Week, gains, plan_units
from greenroom.learning.memory import Committee, Floats
from greenroom.record import services as record
from greenroom.record.models import Candidate, Interview, ItemState
from greenroom.rooms.review.cards import Cards, cards
from greenroom.rooms.review.memory import days, memory_of
from greenroom.rooms.shelf import services as shelf
from greenroom.rooms.shelf.library import ROOMS
from greenroom.rooms.shelf.services import Row

SHARE = 0.5
"""Of the day's minutes that memory may take; the rest is for solving, building and talking."""
HORIZON = timedelta(days=30)
"""Without an interview in the diary, memory aims this far ahead."""
AT_A_TIME = 3
"""Of one topic in a row: what is interleaved is told apart better (Rohrer 2014)."""
TOPICS = {
    "language": ("llm-apps", "llm-training", "llm-inference", "transformers", "nlp", "sequence-models"),
    "vision": ("cv", "generative", "multimodal-speech"),
    "speech": ("multimodal-speech", "sequence-models"),
    "recommendation": ("recsys-search-ads", "graph"),
    "ads": ("recsys-search-ads", "product-case", "statistics"),
    "finance": ("time-series", "statistics", "probability"),
    "health": ("responsible-ml", "statistics", "cv"),
    "robotics": ("rl", "cv"),
    "science": ("time-series", "generative", "statistics"),
    "infrastructure": ("systems-distributed", "llm-inference", "mlops"),
}
"""Which topics a field of work asks more about."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An interview and what is expected to be recalled at its hour, of what it may ask (0..1), with and without today's work.

    `known` is the share of its cards that were ever studied.
    """

    at: datetime
    interview: Interview | None
    expected: float
    after_today: float
    known: float


@dataclass(frozen=True, slots=True)
class Turn:
    """One unit of the queue: its item as the shelf shows it, the seconds it takes, and whether it is new."""

    row: Row
    seconds: float
    fresh: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Queue:
    """Today's queue within the day's minutes. `budget` and `seconds` are in seconds; `taper` is true on an interview's eve."""

    turns: tuple[Turn, ...]
    aims: tuple[Aim, ...]
    budget: float
    taper: bool

    @property
    def seconds(self) -> float:
        return sum(turn.seconds for turn in self.turns)


def queue(*, candidate: Candidate, now: datetime | None = None) -> Queue:
    """What to recall today, the most useful second first, topics interleaved."""
    now = now or timezone.now()
    deck, memory = cards(), memory_of(candidate=candidate)
    interviews = list(candidate.interviews.filter(at__gt=now))
    targets = [Target(days(at), weights(deck, candidate, interview)) for at, interview in _dates(interviews, now)]
    today, dates = timezone.localdate(now), [timezone.localdate(i.at) for i in interviews]
    week = _week(candidate)
    budget = max(0.0, SHARE * week.budget(today, dates) - studied_today(candidate=candidate, today=today))
    open_units = _open(deck, memory, admit_new=week.admits_new(today, dates))
    picks = (
        plan_units(memory, targets, [deck.units[k] for k in open_units], now=days(now), budget=budget) if budget else []
    )
    chosen = [open_units[p.card] for p in picks]
    aims = [
        _aim(memory, deck, t, at, i, chosen, days(now))
        for t, (at, i) in zip(targets, _dates(interviews, now), strict=True)
    ]
    states = record.states(candidate=candidate)
    turns = [_turn(deck, memory, k, states) for k in _interleaved(deck, chosen)]
    taper = any((d - today).days == 1 for d in dates)
    return Queue(tuple(turns), tuple(aims), budget, taper)


def weights(deck: Cards, candidate: Candidate, interview: Interview | None) -> Floats:
    """How much each card matters for an interview: what is asked often, by its role, in its fields of work."""
    role = (interview.role if interview else "") or candidate.role
    fields = (interview.domains if interview else None) or candidate.domains
    favoured = {topic for field in fields for topic in TOPICS.get(field, ())}
    by_item = {}
    for item in deck.items:
        fits = 1.0 if not role or role in item.item.roles else 0.3
        by_item[item.id] = fits * (1.5 if item.item.topic.partition("/")[0] in favoured else 1.0)
    return np.array([card.weight * by_item[card.item] for card in deck.cards])


def _dates(interviews: Sequence[Interview], now: datetime) -> list[tuple[datetime, Interview | None]]:
    return [(i.at, i) for i in interviews] or [(now + HORIZON, None)]


def _week(candidate: Candidate) -> Week:
    free = [day for day in range(7) if day not in candidate.busy_days]
    minutes = candidate.hours_per_week * 60 / max(len(free), 1)
    a, b, c, d, e, f, g = (minutes if day in free else 0.0 for day in range(7))
    return Week(minutes=(a, b, c, d, e, f, g))


def _open(deck: Cards, memory: Committee, *, admit_new: bool) -> list[int]:
    """Units with a room to study them in; code joins the queue once it was solved, for what is new there is the coding room."""
    fresh = memory.deck.fresh
    found = []
    for k, (item, unit) in enumerate(zip(deck.items, deck.units, strict=True)):
        new = bool(fresh[list(unit.cards)].all())
        if item.kind in ROOMS and not (new and (item.kind == "coding" or not admit_new)):
            found.append(k)
    return found


def _aim(
    memory: Committee,
    deck: Cards,
    target: Target,
    at: datetime,
    interview: Interview | None,
    chosen: list[int],
    now: float,
) -> Aim:
    share = target.weights / target.weights.sum() if target.weights.sum() else target.weights
    expected = float(memory.recall(target.at) @ share)
    places = [card for k in chosen for card in deck.units[k].cards]
    added = float(gains(memory, [Target(target.at, share)], now)[places].sum()) if places else 0.0
    known = float((~memory.deck.fresh) @ share)
    return Aim(at, interview, expected, min(1.0, expected + max(added, 0.0)), known)


def _interleaved(deck: Cards, chosen: list[int]) -> list[int]:
    """The order of use, but never more than AT_A_TIME of a topic in a row while there is another."""
    waiting = list(chosen)
    order: list[int] = []
    while waiting:
        recent = [deck.items[k].item.topic.partition("/")[0] for k in order[-AT_A_TIME:]]
        full = recent[0] if len(recent) == AT_A_TIME and len(set(recent)) == 1 else None
        pick = next((k for k in waiting if deck.items[k].item.topic.partition("/")[0] != full), waiting[0])
        waiting.remove(pick)
        order.append(pick)
    return order


def _turn(deck: Cards, memory: Committee, k: int, states: dict[str, ItemState]) -> Turn:
    item, unit = deck.items[k], deck.units[k]
    fresh = bool(memory.deck.fresh[list(unit.cards)].all())
    return Turn(shelf.row(item, states), unit.seconds, fresh, len(unit.cards))


def next_item(*, candidate: Candidate) -> LoadedItem | None:
    """The first of the queue, or None when today's minutes are used or nothing would help."""
    turns = queue(candidate=candidate).turns
    return turns[0].row.item if turns else None


def studied_today(*, candidate: Candidate, today: date) -> float:
    """Seconds of answering since midnight, which count against the day's budget."""
    start = timezone.make_aware(datetime.combine(today, datetime.min.time()))
    spans = candidate.attempts.filter(kind="answer", ended_at__gte=start).values_list("started_at", "ended_at")
    return sum(min((end - begin).total_seconds(), 600) for begin, end in spans)
