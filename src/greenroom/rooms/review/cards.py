"""What there is to remember: every card of the library, and the units in which cards are studied.

A theory item is one unit of many cards, a card a claim that should be said; a numeric question is one card; a coding item is
one card (writing it again from memory); a page of the atlas is one card (saying it back), for its sentences are points that nobody
chose, good enough for one rough grade and not for a memory each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from greenroom.content.items import LoadedItem
from greenroom.content.models import Theory
from greenroom.learning.deadline import Unit
from greenroom.rooms.shelf.library import library

NEED = {"must": 1.0, "should": 0.6, "bonus": 0.2}
"""How much a claim weighs in an interview's answer."""
SECONDS: Mapping[str, float] = {"param": 120, "method": 165}
"""Of one go, by kind; a question takes its oral time and the reading, as a page said back does, code half its minutes."""


@dataclass(frozen=True, slots=True)
class Card:
    """`part` is a claim's id, empty where the whole item is the card. `weight` is before any interview's own wishes."""

    item: str
    part: str
    weight: float


@dataclass(frozen=True)
class Cards:
    """All cards, where each is, and the units: `units[k]` is what `items[k]` asks."""

    cards: tuple[Card, ...]
    place: Mapping[tuple[str, str], int]
    items: tuple[LoadedItem, ...]
    units: tuple[Unit, ...]


@cache
def cards() -> Cards:
    """The library's cards, in the library's order."""
    made: list[Card] = []
    items: list[LoadedItem] = []
    units: list[Unit] = []
    for item in library():
        if parts := _parts(item):
            first = len(made)
            made += [Card(item.id, part, weight * (1 + item.item.asked) / 6) for part, weight in parts]
            items.append(item)
            units.append(Unit(tuple(range(first, len(made))), _seconds(item)))
    return Cards(tuple(made), {(c.item, c.part): n for n, c in enumerate(made)}, tuple(items), tuple(units))


def _parts(item: LoadedItem) -> list[tuple[str, float]]:
    if isinstance(item.item, Theory):
        total = sum(NEED[claim.need] * claim.weight for claim in item.item.claims)
        return [(claim.id, NEED[claim.need] * claim.weight / total) for claim in item.item.claims]
    return [("", 1.0)] if item.kind in ("param", "coding", "method") else []


def _seconds(item: LoadedItem) -> float:
    if isinstance(item.item, Theory):
        return item.item.oral_seconds + 45.0
    return SECONDS.get(item.kind, 30.0 * item.item.minutes)
