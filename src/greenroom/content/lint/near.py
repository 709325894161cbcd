"""Items that ask the same thing in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from greenroom.content.findings import Finding, error
from greenroom.content.items import LoadedItem
from greenroom.content.models import SECTIONS
from greenroom.content.query import plain

_WORD = re.compile(r"[a-z0-9]+")
_ALIKE = 0.6
_COMMON = 40
"""A shingle that more items share is a turn of phrase of the library, and tells nothing."""


def shingles(loaded: LoadedItem) -> frozenset[str]:
    """The three-word sequences of an item's opening, title included."""
    opening = loaded.text("en")[SECTIONS[loaded.kind][0]]
    words = _WORD.findall(f"{loaded.item.title.en} {plain(opening)}".lower())
    return frozenset(" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2)))


def duplicates(items: Iterable[LoadedItem]) -> Iterator[Finding]:
    """Pairs of one kind whose openings share 60 % of their three-word sequences (Jaccard)."""
    items = list(items)
    marks = [shingles(item) for item in items]
    where: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(marks):
        for shingle in own:
            where[f"{items[at].kind} {shingle}"].append(at)
    shared = Counter(
        (first, second)
        for places in where.values()
        if len(places) <= _COMMON
        for n, first in enumerate(places)
        for second in places[n + 1 :]
    )
    for (first, second), common in sorted(shared.items()):
        alike = common / len(marks[first] | marks[second])
        if alike >= _ALIKE:
            message = f"asks nearly what {items[first].id} asks ({alike:.0%} of their words in the same order)"
            yield error(items[second].folder / "text.en.md", 1, message, "duplicate")
