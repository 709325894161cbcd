"""Every item of the built-in library: it loads, it reads well, it renders. That it holds is proved beside this file."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from greenroom.content.items import LoadedItem
from greenroom.content.lint import World, check_item, links, near
from greenroom.content.render import render
from tests.library.proving import LIBRARY, named

ITEMS = list(LIBRARY)


@pytest.fixture(scope="module")
def world() -> World:
    return World.of(LIBRARY)


def test_every_item_loads() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []
    assert LIBRARY.packs
    assert ITEMS


def test_items_do_not_repeat_or_go_in_circles() -> None:
    assert [str(f) for f in (*links.circles(LIBRARY), *near.duplicates(LIBRARY))] == []


def test_references_are_used_and_dated_right() -> None:
    found = [f for pack in LIBRARY.packs for f in links.references(pack)]
    assert [str(f) for f in found if f.severity == "error"] == []


@pytest.mark.parametrize("item", ITEMS, ids=named)
def test_an_item_reads_well(item: LoadedItem, world: World) -> None:
    assert [str(f) for f in check_item(item, world) if f.severity == "error"] == []


class _Words(HTMLParser):
    """The text of a page outside code and maths."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.quiet = 0
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.quiet += bool(self.quiet) or tag == "code" or "data-tex" in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        self.quiet -= bool(self.quiet)

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.text += data


@pytest.mark.parametrize("item", ITEMS, ids=named)
def test_an_item_renders_without_leftovers(item: LoadedItem) -> None:
    for document in item.texts.values():
        for section in document.sections:
            html = render(
                section.body,
                asset=lambda name: f"/a/{name}" if name in item.files else None,
                item=lambda name: f"/i/{name}" if LIBRARY.get(name) else None,
                refs=item.refs,
            )
            assert "figure-missing" not in html
            assert "link-dead" not in html
            words = _Words(html).text
            assert not any(mark in words for mark in ("**", "](", "[@", "```"))
