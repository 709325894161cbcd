"""What to study now so that most is recalled at each interview's hour.

For every card: how much would one review now raise its expected recall at the interviews, weighed by what each asks, per second
it costs? The greedy order by that ratio needs no target retention, no maximum interval and no cramming rule. Gain per second:
Eglington & Pavlik 2020 (npj Science of Learning); expectation at a date instead of a threshold: this module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from .memory import AGAIN, GOOD, Committee, Deck, Floats, Fsrs, Mask


@dataclass(frozen=True, slots=True)
class Target:
    """An interview: when (days), how much it matters, and how much each card matters for it (n weights ≥ 0)."""

    at: float
    weights: Floats
    importance: float = 1.0


@dataclass(frozen=True, slots=True)
class Costs:
    """Expected seconds of a first study, of a review that succeeds, and of one that fails (n each)."""

    first: Floats
    kept: Floats
    forgot: Floats

    @classmethod
    def uniform(cls, n: int, first: float = 40, kept: float = 10, forgot: float = 25) -> Costs:
        return cls(np.full(n, float(first)), np.full(n, float(kept)), np.full(n, float(forgot)))


@dataclass(frozen=True, slots=True)
class Pick:
    """A card to study, the expected recall it adds over all targets, and the seconds it should take."""

    card: int
    gain: float
    seconds: float


FIRST_TIME_RIGHT = 0.6
"""How often a first study ends with a good grade; an assumption until the person's own log says otherwise."""


def gains(memory: Committee, targets: Sequence[Target], now: float, *, first_right: float = FIRST_TIME_RIGHT) -> Floats:
    """Expected recall added at the targets by studying each card once, now (n); targets in the past count nothing."""
    deck, model, fresh = memory.deck, memory.model, memory.deck.fresh
    chance = np.where(fresh, first_right, deck.recall(model, now))
    kept, forgot = (_after(deck, model, now, fresh, grade) for grade in (GOOD, AGAIN))
    total = np.zeros_like(deck.stability)
    for target in targets:
        later = target.at - now
        if later > 0:
            reviewed = chance * model.recall(kept, later) + (1 - chance) * model.recall(forgot, later)
            total += target.importance * target.weights * (reviewed - deck.recall(model, target.at))
    return np.asarray(memory.weights @ total)


def _after(deck: Deck, model: Fsrs, now: float, fresh: Mask, grade: int) -> Floats:
    """Stabilities (m, n) after studying every card now with `grade`."""
    return np.where(
        fresh, model.first(grade)[0], model.review(deck.stability, deck.difficulty, now - deck.last, grade)[0]
    )


def seconds(memory: Committee, costs: Costs, now: float) -> Floats:
    """Expected seconds of studying each card now (n)."""
    chance = memory.recall(now)
    return np.where(memory.deck.fresh, costs.first, chance * costs.kept + (1 - chance) * costs.forgot)


def plan_session(
    memory: Committee,
    targets: Sequence[Target],
    costs: Costs,
    *,
    now: float,
    budget: float,
    admit_new: bool = True,
    first_right: float = FIRST_TIME_RIGHT,
    probe: float = 0.0,
) -> list[Pick]:
    """The cards to study now, best first, whose expected seconds fit `budget`. Ties go to the lower index; deterministic.

    `probe` is the share of the budget kept for reviews even where new cards promise more: without reviews nobody learns how fast
    this person forgets, and the promise is never put to the test.
    """
    deck = memory.deck
    gain = gains(memory, targets, now, first_right=first_right)
    time = seconds(memory, costs, now)
    if not admit_new:
        gain = np.where(deck.fresh, 0.0, gain)
    order = [int(card) for card in np.argsort(-gain / time, kind="stable") if gain[card] > 0]
    reviews = _fill([card for card in order if not deck.fresh[card]], time, probe * budget)
    rest = [card for card in order if card not in set(reviews)]
    chosen = reviews + _fill(rest, time, budget - float(time[reviews].sum()))
    return [Pick(card, float(gain[card]), float(time[card])) for card in chosen]


def _fill(order: list[int], time: Floats, budget: float) -> list[int]:
    chosen, spent = [], 0.0
    for card in order:
        if spent + time[card] <= budget:
            chosen.append(card)
            spent += float(time[card])
    return chosen


@dataclass(frozen=True, slots=True)
class Unit:
    """What is studied in one go (a question with all its claims): its cards' places, and the seconds it takes."""

    cards: tuple[int, ...]
    seconds: float


def plan_units(
    memory: Committee, targets: Sequence[Target], units: Sequence[Unit], *, now: float, budget: float
) -> list[Pick]:
    """Like `plan_session` for units: `Pick.card` is the unit's place; at least one unit is picked when any helps."""
    gain = gains(memory, targets, now)
    total = np.array([gain[list(unit.cards)].sum() for unit in units])
    time = np.array([unit.seconds for unit in units])
    order = [int(unit) for unit in np.argsort(-total / time, kind="stable") if total[unit] > 0]
    chosen = _fill(order, time, budget) or order[:1]
    return [Pick(unit, float(total[unit]), float(time[unit])) for unit in chosen]


@dataclass(frozen=True, slots=True)
class Week:
    """Minutes a day: a default by weekday (Monday first), exceptions by date, and the taper before each interview."""

    minutes: tuple[float, float, float, float, float, float, float] = (30, 30, 30, 30, 30, 30, 30)
    exceptions: Mapping[date, float] = field(default_factory=dict)
    taper: float = 0.5
    no_new_days: int = 2

    def budget(self, day: date, interviews: Sequence[date] = ()) -> float:
        """Seconds of study on `day`; the eve of an interview gets `taper` of its minutes, so that one sleeps."""
        minutes = self.exceptions.get(day, self.minutes[day.weekday()])
        eve = any((interview - day).days == 1 for interview in interviews)
        return 60 * minutes * (self.taper if eve else 1.0)

    def admits_new(self, day: date, interviews: Sequence[date]) -> bool:
        """No new cards in the last `no_new_days` days before the last interview still to come."""
        coming = [i for i in interviews if i >= day]
        return not coming or (max(coming) - day).days >= self.no_new_days
