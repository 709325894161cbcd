"""Finding items, and how much of the library a candidate has covered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from greenroom.content.index import Filter
from greenroom.content.items import LoadedItem
from greenroom.content.models import Role
from greenroom.record import services as record
from greenroom.record.models import Candidate, ItemState
from greenroom.rooms.shelf.library import (
    ROOMS,
    content_language,
    index,
    item_url,
    library,
    pack_title,
    practice_url,
    topic_title,
)

PAGE = 40
UNTOUCHED = "new"


class Kind(TextChoices):
    """What an item is, in words."""

    CODING = "coding", _("Coding")
    DEBUG = "debug", _("Debugging")
    THEORY = "theory", _("Theory")
    PARAM = "param", _("Numbers")
    METHOD = "method", _("Method")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader of the shelf asks for, as it stands in the address. Unknown values ask for nothing."""

    q: str = ""
    kind: str = ""
    topic: str = ""
    difficulty: int = 0
    role: str = ""
    status: str = ""
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Wish:
        """From a query string."""
        return cls(
            q=query.get("q", "").strip()[:200],
            kind=_one_of(query.get("kind", ""), tuple(ROOMS)),
            topic=query.get("topic", "") if query.get("topic", "") in library().taxonomy else "",
            difficulty=_whole(query.get("difficulty", ""), 0, 5),
            role=_one_of(query.get("role", ""), get_args(Role)),
            status=_one_of(query.get("status", ""), (UNTOUCHED, *ItemState.Status.values)),
            page=_whole(query.get("page", ""), 1, 10_000),
        )

    @property
    def filter(self) -> Filter:
        return Filter(
            kinds=(self.kind,) if self.kind else tuple(ROOMS),
            topics=(self.topic,) if self.topic else (),
            difficulty=(self.difficulty, self.difficulty) if self.difficulty else (1, 5),
            roles=(self.role,) if self.role else (),  # type: ignore[arg-type]
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One item on the shelf. `pieces` are the snippet cut where words matched: (text, matched)."""

    item: LoadedItem
    title: str
    topic: str
    state: ItemState | None
    pieces: tuple[tuple[str, bool], ...] = ()

    @property
    def url(self) -> str:
        """Where it is worked on."""
        return item_url(self.item)

    @property
    def practice_url(self) -> str:
        """Where what is known of it is measured."""
        return practice_url(self.item)

    @property
    def kind(self) -> str:
        """What it is: several kinds may share a title."""
        return str(Kind(self.item.kind).label)

    @property
    def pack(self) -> str:
        """The name of the pack it comes from, unless that is the built-in one."""
        return pack_title(self.item)


@dataclass(frozen=True, slots=True)
class Page:
    rows: tuple[Row, ...]
    total: int
    number: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(slots=True)
class Coverage:
    """How many of a topic's items are solved and how many were tried without being solved yet."""

    topic: str
    title: str
    asked: int
    total: int = 0
    solved: int = 0
    tried: int = 0
    minutes: int = field(default=0, repr=False)

    @property
    def share(self) -> float:
        return self.solved / self.total


def find(*, candidate: Candidate, wish: Wish) -> Page:
    """The items that fit, a page of them. The status is the candidate's, so it is looked at after the index."""
    states = record.states(candidate=candidate)
    start = (wish.page - 1) * PAGE
    if not wish.status:
        found = index().search(wish.q, wish.filter, lang=content_language(), limit=PAGE, offset=start)
        hits, total = list(found.hits), found.total
    else:
        every = index().search(wish.q, wish.filter, lang=content_language(), limit=len(library())).hits
        fitting = [h for h in every if status_of(states.get(h.id)) == wish.status]
        hits, total = fitting[start : start + PAGE], len(fitting)
    rows = [row(library()[hit.id], states, _pieces(hit.snippet, hit.marks if wish.q else ())) for hit in hits]
    return Page(tuple(rows), total, wish.page)


def row(item: LoadedItem, states: Mapping[str, ItemState], pieces: tuple[tuple[str, bool], ...] = ()) -> Row:
    """An item as the shelf and Today show it."""
    return Row(item, item.title(content_language()), topic_title(item.item.topic), states.get(item.id), pieces)


def status_of(state: ItemState | None) -> str:
    return state.status if state else UNTOUCHED


def topics_called(words: str) -> list[tuple[str, str]]:
    """(topic, title) of the topics with something on the shelf whose title holds these words."""
    used = dict.fromkeys(item.item.topic.partition("/")[0] for item in on_shelf())
    titles = [(topic, topic_title(topic)) for topic in used]
    return [(topic, title) for topic, title in titles if words.casefold() in title.casefold()]


def on_shelf() -> list[LoadedItem]:
    """Every item that has a room."""
    return [item for item in library() if item.kind in ROOMS]


def coverage(*, candidate: Candidate, items: Sequence[LoadedItem] | None = None) -> list[Coverage]:
    """Coverage by topic, the most asked topics first."""
    states = record.states(candidate=candidate)
    found: dict[str, Coverage] = defaultdict()
    for item in on_shelf() if items is None else items:
        topic = item.item.topic.partition("/")[0]
        if topic not in found:
            asked = library().taxonomy[topic].asked if topic in library().taxonomy else 0
            found[topic] = Coverage(topic, topic_title(topic), asked)
        row = found[topic]
        row.total += 1
        row.minutes += item.item.minutes
        status = status_of(states.get(item.id))
        row.solved += status == ItemState.Status.SOLVED
        row.tried += status in {ItemState.Status.TRIED, ItemState.Status.GAVE_UP}
    return sorted(found.values(), key=lambda c: (-c.asked, c.title))


def _pieces(text: str, marks: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    cut: list[tuple[str, bool]] = []
    at = 0
    for start, end in marks:
        cut += [(text[at:start], False), (text[start:end], True)]
        at = end
    return tuple(piece for piece in [*cut, (text[at:], False)] if piece[0])


def _one_of(value: str, known: Sequence[str]) -> str:
    return value if value in known else ""


def _whole(value: str, least: int, most: int) -> int:
    return min(int(value), most) if value.isascii() and value.isdecimal() and int(value) >= least else least
