"""Two values side by side: the judge's bounded text as tables of cells, with those marked that differ."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

MOST_ROWS = 40
MOST_COLUMNS = 16
_ARRAY = re.compile(r"(?:array|tensor)\((?P<body>\[.*\])(?P<notes>(?:, (?:dtype|shape)=.+)?)\)", re.DOTALL)
_PLAIN = re.compile(r"[^\[\](){}'\"…]+")


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One part of a value: `rows` of cells when it is a small array, else `text`. `note` tells shape and dtype."""

    text: str
    rows: tuple[tuple[Cell, ...], ...] = ()
    note: str = ""
    differs: bool = False


def side_by_side(expected: str, actual: str, *, rtol: float = 0, atol: float = 0) -> tuple[list[Shown], list[Shown]]:
    """Both values cut into their parts (a tuple has several), differing cells and parts marked in the actual one."""
    left, right = [_shown(part) for part in _parts(expected)], [_shown(part) for part in _parts(actual)]
    if len(left) != len(right):
        return [_shown(expected)], [_shown(actual)]
    return left, [_marked(was, now, rtol, atol) for was, now in zip(left, right, strict=True)]


def _marked(expected: Shown, actual: Shown, rtol: float, atol: float) -> Shown:
    shapes = [[len(row) for row in value.rows] for value in (expected, actual)]
    if not actual.rows or shapes[0] != shapes[1]:
        differs = not _close(expected.text, actual.text, rtol, atol)
        return Shown(actual.text, actual.rows, actual.note, differs)
    rows = tuple(
        tuple(Cell(now.text, not _close(was.text, now.text, rtol, atol)) for was, now in zip(*pair, strict=True))
        for pair in zip(expected.rows, actual.rows, strict=True)
    )
    return Shown(actual.text, rows, actual.note, any(cell.differs for row in rows for cell in row))


def _close(expected: str, actual: str, rtol: float, atol: float) -> bool:
    if expected == actual:
        return True
    try:
        return math.isclose(float(expected), float(actual), rel_tol=rtol, abs_tol=atol)
    except ValueError:
        return False


def _shown(text: str) -> Shown:
    found = _ARRAY.fullmatch(text)
    body = found["body"] if found else text
    rows = _rows(body)
    if rows is None:
        return Shown(text)
    sizes = f"{len(rows)} × {len(rows[0])}" if body.startswith("[[") else str(len(rows[0]))
    note = ", ".join(part for part in (sizes, found["notes"].removeprefix(", ") if found else "") if part)
    return Shown(text, tuple(tuple(Cell(cell) for cell in row) for row in rows), note)


def _rows(body: str) -> list[list[str]] | None:
    """The cells of a list of numbers, or of lists of numbers of one length; None for anything else, or for too many."""
    if not (body.startswith("[") and body.endswith("]")):
        return None
    inner = body[1:-1].strip()
    lines = re.split(r"\]\s*,\s*\[", inner[1:-1]) if inner.startswith("[") and inner.endswith("]") else [inner]
    if not inner or any(not _PLAIN.fullmatch(line) or "..." in line for line in lines):
        return None
    rows = [[cell.strip() for cell in line.split(",")] for line in lines]
    fits = len(rows) <= MOST_ROWS and all(len(row) == len(rows[0]) <= MOST_COLUMNS for row in rows)
    return rows if fits else None


def _parts(text: str) -> list[str]:
    """The elements of a tuple, or the text alone."""
    if not (text.startswith("(") and text.endswith(")")):
        return [text]
    parts, depth, start = list[str](), 0, 1
    for at, mark in enumerate(text[1:-1], 1):
        depth += (mark in "([{") - (mark in ")]}")
        if mark == "," and depth == 0:
            parts.append(text[start:at])
            start = at + 1
    parts.append(text[start:-1])
    return [part.strip() for part in parts if part.strip()] if depth == 0 else [text]
