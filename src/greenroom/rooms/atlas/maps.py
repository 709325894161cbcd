"""Two drawings of how things hang together: methods by year and lineage, topics by what must be known first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from greenroom.content.items import LoadedItem
from greenroom.rooms.atlas import services
from greenroom.rooms.shelf.library import content_language, library, topic_title
from greenroom.rooms.shelf.services import Coverage

BOX = (176, 40)
"""Width and height of a box, in pixels of the drawing."""
GAP = (72, 16)
WIDEST = 21
"""Latin letters that a line of a box holds."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box at (x, y); `fill` is the width of its inner bar, `lines` its words cut to fit."""

    x: int
    y: int
    url: str
    title: str
    lines: tuple[str, ...]
    fill: int = 0

    @property
    def words(self) -> list[tuple[int, str]]:
        """(baseline, line)."""
        top = self.y + (25 if len(self.lines) == 1 else 17)
        return [(top + 15 * n, line) for n, line in enumerate(self.lines)]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes, the curves between them, and captions over the columns (x, words)."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    paths: tuple[str, ...]
    columns: tuple[tuple[int, str], ...] = ()
    box: tuple[int, int] = BOX


def lineage(methods: Sequence[LoadedItem]) -> Drawing:
    """Methods in columns by when they were published; a curve leads from what came before to what came after."""
    spans = _spans(sorted({services.method(m).year for m in methods}))
    column = {
        m.id: next(k for k, (first, last) in enumerate(spans) if first <= services.method(m).year <= last)
        for m in methods
    }
    ordered = sorted(methods, key=lambda m: (m.item.topic, services.method(m).year, m.id))
    captions = [str(a) if a == b else f"{a}–{b}" for a, b in spans]
    titles = {m.id: m.title(content_language()) for m in methods}
    urls = {m.id: reverse("atlas:method", kwargs={"slug": m.item.slug}) for m in methods}
    return _draw([m.id for m in ordered], column, titles, urls, services.lineage(methods), captions, {})


def concepts(coverage: Sequence[Coverage]) -> Drawing:
    """Topics in columns by how much must be known first; the bar in each is the candidate's own coverage."""
    taxonomy = library().taxonomy
    share = {c.topic: c.share for c in coverage}
    topics = [t.id for t in taxonomy if t.parent is None]
    depth = {topic: taxonomy.depth[topic] for topic in topics}
    links = [(before.partition("/")[0], topic) for topic in topics for before in taxonomy[topic].after]
    titles = {topic: topic_title(topic) for topic in topics}
    urls = {topic: f"{reverse('shelf:shelf')}?topic={topic}" for topic in topics}
    ranks = {d: k for k, d in enumerate(sorted(set(depth.values())))}
    column = {topic: ranks[depth[topic]] for topic in topics}
    return _draw(topics, column, titles, urls, list(dict.fromkeys(links)), [], share)


def _spans(years: Sequence[int], most: int = 9) -> list[tuple[int, int]]:
    """The years in at most `most` runs of about equal size."""
    size = max(1, -(-len(years) // most))
    return [(years[k], years[min(k + size, len(years)) - 1]) for k in range(0, len(years), size)]


def _draw(
    names: Sequence[str],
    column: Mapping[str, int],
    titles: Mapping[str, str],
    urls: Mapping[str, str],
    links: Sequence[tuple[str, str]],
    captions: Sequence[str],
    share: Mapping[str, float],
) -> Drawing:
    (width, height), (across, down) = BOX, GAP
    head = 28 if captions else 8
    members = Counter(column[name] for name in names)
    most = max(members.values(), default=1)
    used: dict[int, int] = defaultdict(int)
    at: dict[str, tuple[int, int]] = {}
    for name in names:
        x = 8 + column[name] * (width + across)
        first = (most - members[column[name]]) * (height + down) // 2  # a short column stands in the middle
        at[name] = (x, head + first + used[column[name]] * (height + down))
        used[column[name]] += 1
    boxes = [Box(*at[n], urls[n], titles[n], _lines(titles[n]), round(share.get(n, 0) * (width - 2))) for n in names]
    paths = [_curve(at[a], at[b]) for a, b in links if a in at and b in at]
    columns = [(8 + k * (width + across), words) for k, words in enumerate(captions)]
    size = (
        8 + (max(column.values(), default=0) + 1) * (width + across),
        head + most * (height + down),
    )
    return Drawing(*size, tuple(boxes), tuple(paths), tuple(columns))


def _curve(a: tuple[int, int], b: tuple[int, int]) -> str:
    (width, height) = BOX
    if a[0] == b[0]:  # of the same years: round the right side
        x, y1, y2 = a[0] + width, a[1] + height // 2, b[1] + height // 2
        return f"M{x} {y1}C{x + GAP[0] // 2} {y1} {x + GAP[0] // 2} {y2} {x} {y2}"
    (x1, y1), (x2, y2) = (a[0] + width, a[1] + height // 2), (b[0], b[1] + height // 2)
    bend = max(28, abs(x2 - x1) // 2)
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"


def _lines(title: str) -> tuple[str, ...]:
    """A title in at most two lines that fit a box; Han characters count twice."""
    lines, line, used = [], "", 0
    for word in title.split(" ") if " " in title else list(title):
        wide = sum(2 if ord(c) > 0x2E80 else 1 for c in word)
        if used + wide > WIDEST and line:
            lines.append(line.strip())
            line, used = "", 0
        line += word + (" " if " " in title else "")
        used += wide + (" " in title)
    lines.append(line.strip())
    return tuple(lines) if len(lines) <= 2 else (lines[0], lines[1] + "…")
