"""Every item of the built-in library: it loads, it reads well, it renders, and what can be run holds."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from greenroom.cli.proving import provers, unavailable
from greenroom.content.items import LoadedItem
from greenroom.content.lint import World, check_item, links, near
from greenroom.content.loader import Library, pack_roots
from greenroom.content.prove import Prover, prove
from greenroom.content.render import render
from greenroom.judge.runner import JudgeRunner

LIBRARY = Library.load([root for root in pack_roots() if root.name == "core"])
ITEMS = list(LIBRARY)
PROVED = [item for item in ITEMS if item.kind in ("coding", "debug", "theory", "param", "method")]


def _id(item: LoadedItem) -> str:
    return item.id


@pytest.fixture(scope="module")
def world() -> World:
    return World.of(LIBRARY)


@pytest.fixture(scope="module")
def known() -> Iterator[tuple[JudgeRunner, list[Prover]]]:
    with provers() as both:
        yield both


def test_every_item_loads() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []
    assert LIBRARY.packs
    assert ITEMS


def test_items_do_not_repeat_or_go_in_circles() -> None:
    assert [str(f) for f in (*links.circles(LIBRARY), *near.duplicates(LIBRARY))] == []


def test_references_are_used_and_dated_right() -> None:
    found = [f for pack in LIBRARY.packs for f in links.references(pack)]
    assert [str(f) for f in found if f.severity == "error"] == []


@pytest.mark.parametrize("item", ITEMS, ids=_id)
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


@pytest.mark.parametrize("item", ITEMS, ids=_id)
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


@pytest.mark.library
@pytest.mark.parametrize("item", PROVED, ids=_id)
def test_an_item_is_proved(item: LoadedItem, known: tuple[JudgeRunner, list[Prover]]) -> None:
    run, all_provers = known
    if skipped := unavailable(run, [item]):
        pytest.skip(skipped[0].message)
    assert [str(f) for f in prove([item], all_provers) if f.severity == "error"] == []
