"""The methods atlas: pages, and claims that show their age."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from greenroom.content.index import Filter
from greenroom.content.items import LoadedItem
from greenroom.content.models import Dated, Method
from greenroom.rooms.shelf.library import content_language, index, library


@dataclass(frozen=True, slots=True)
class Aged:
    """A claim about the state of the art: how many months old, and whether it must be confirmed again."""

    claim: Dated
    months: int
    expired: bool


def method(item: LoadedItem) -> Method:
    """The item's model as a method. Raises TypeError for another kind."""
    if not isinstance(item.item, Method):
        raise TypeError(f"{item.id} is not a method")
    return item.item


def methods(query: str = "") -> list[LoadedItem]:
    """The methods that fit the words, best first; all of them by name without words."""
    if query:
        hits = index().search(query, Filter(kinds=("method",)), lang=content_language(), limit=len(library())).hits
        return [library()[hit.id] for hit in hits]
    found = [item for item in library() if item.kind == "method"]
    return sorted(found, key=lambda item: item.title(content_language()).casefold())


def aged(item: LoadedItem, today: date) -> list[Aged]:
    """The method's dated claims with their age today."""
    now = today.year * 12 + today.month
    return [Aged(d, now - _months(d.as_of), now > _months(d.expires)) for d in method(item).dated]


def lineage(items: Sequence[LoadedItem]) -> list[tuple[str, str]]:
    """(what came before, what came after) among these methods, whichever of the two pages says so."""
    ids = {item.id for item in items}
    links = [(before, item.id) for item in items for before in method(item).before]
    links += [(item.id, after) for item in items for after in method(item).after]
    return [link for link in dict.fromkeys(links) if ids.issuperset(link)]


def known(names: Iterable[str]) -> list[LoadedItem]:
    """The items of these ids that the library has."""
    return [item for name in names if (item := library().get(name))]


def _months(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number)
