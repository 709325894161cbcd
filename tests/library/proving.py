"""The built-in library, and how an item of it is proved."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from greenroom.cli.proving import unavailable
from greenroom.content.items import LoadedItem
from greenroom.content.loader import Library, pack_roots
from greenroom.content.prove import Prover, prove
from greenroom.judge.runner import JudgeRunner

LIBRARY = Library.load([root for root in pack_roots() if root.name == "core"])
Known = tuple[JudgeRunner, list[Prover]]
"""A running judge, and what proves with it."""


def named(item: LoadedItem) -> str:
    """How a test on an item is called."""
    return item.id


def of(kinds: Iterable[str]) -> list[LoadedItem]:
    """The items of these kinds."""
    return [item for item in LIBRARY if item.kind in kinds]


def check(item: LoadedItem, known: Known) -> None:
    """Run everything of an item that can be run; skip where this machine lacks its profile."""
    run, provers = known
    if skipped := unavailable(run, [item]):
        pytest.skip(skipped[0].message)
    assert [str(f) for f in prove([item], provers) if f.severity == "error"] == []
