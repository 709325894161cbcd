"""Two submissions line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

CONTEXT = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison. `old` and `new` are line numbers; a `gap` stands for lines that are alike."""

    kind: Literal["same", "cut", "add", "gap"]
    text: str
    old: int | None = None
    new: int | None = None


def compare(old: str, new: str) -> list[Line]:
    """What was cut and what was added, with a little context around it. Equal texts give an empty list."""
    return list(_lines(old.splitlines(), new.splitlines())) if old != new else []


def _lines(old: list[str], new: list[str]) -> Iterator[Line]:
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(CONTEXT)
    for number, group in enumerate(groups):
        if number or group[0][1]:
            yield Line("gap", "⋯")
        for tag, a, b, c, d in group:
            if tag == "equal":
                yield from (Line("same", old[a + n], a + n + 1, c + n + 1) for n in range(b - a))
                continue
            yield from (Line("cut", old[n], n + 1) for n in range(a, b))
            yield from (Line("add", new[n], None, n + 1) for n in range(c, d))
