"""A `text.<lang>.md` file: `## ` sections, `### ` parts within them, and the hash of the text it translates."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_HEADING = re.compile(r"(#{1,3}) +(.+?)(?: +#+)?\s*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
Head = tuple[int, int, str]
"""A heading: its line (from 0), its level, its name."""

_TRANSLATES = re.compile(r"<!-- translates: ([0-9a-f]{12}) -->\s*$")


@dataclass(frozen=True, slots=True)
class Part:
    """A `### ` heading of a section with the Markdown below it. `line` is the heading's."""

    name: str
    line: int
    body: str


@dataclass(frozen=True, slots=True)
class Section:
    """A `## ` heading with the Markdown below it, parts included. `intro` is what precedes the first part."""

    name: str
    line: int
    body: str
    intro: str
    parts: tuple[Part, ...]

    def part(self, name: str) -> str:
        """The Markdown of a part; "" when there is none of that name."""
        return next((part.body for part in self.parts if part.name == name), "")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed text file. `preamble` is whatever stands before the first section, the hash line excepted."""

    source: str
    sections: tuple[Section, ...]
    preamble: str
    translates: str | None

    @property
    def prose(self) -> str:
        """The source with the hash line blanked, so that lines keep their numbers."""
        return self.source[self.source.index("\n") :] if self.translates and "\n" in self.source else self.source

    def section(self, name: str) -> Section | None:
        return next((section for section in self.sections if section.name == name), None)

    def __getitem__(self, name: str) -> str:
        """The Markdown of a section; "" when there is none of that name."""
        found = self.section(name)
        return found.body if found else ""


def pin(source: bytes) -> str:
    """The hash that a translation of `source` carries: the first 12 hex digits of its SHA-256."""
    return hashlib.sha256(source).hexdigest()[:12]


def parse(source: str) -> Document:
    """Split Markdown into sections and parts. Headings in fenced code are code."""
    lines = source.splitlines()
    first = _TRANSLATES.match(lines[0]) if lines else None
    heads = list(_headings(lines))
    tops = [head for head in heads if head[1] == 2]
    start = 1 if first else 0
    sections = [
        _section(lines, head, end, [h for h in heads if h[1] == 3 and head[0] < h[0] < end])
        for head, end in _with_ends(tops, len(lines))
    ]
    preamble = _join(lines, start, tops[0][0] if tops else len(lines))
    return Document(source, tuple(sections), preamble, first[1] if first else None)


def prose_lines(source: str) -> Iterator[tuple[int, str]]:
    """(line number, line) of everything outside fenced code."""
    fence = ""
    for number, line in enumerate(source.splitlines(), 1):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield number, line


def _headings(lines: list[str]) -> Iterator[Head]:
    for number, line in prose_lines("\n".join(lines)):
        if head := _HEADING.match(line):
            yield number - 1, len(head[1]), head[2]


def _with_ends(heads: list[Head], end: int) -> list[tuple[Head, int]]:
    """Each heading with the line where the next one, or the text, ends it."""
    ends = [*(head[0] for head in heads[1:]), end][: len(heads)]
    return list(zip(heads, ends, strict=True))


def _section(lines: list[str], head: Head, end: int, inner: list[Head]) -> Section:
    at = head[0]
    parts = tuple(Part(h[2], h[0] + 1, _join(lines, h[0] + 1, stop)) for h, stop in _with_ends(inner, end))
    intro = _join(lines, at + 1, inner[0][0] if inner else end)
    return Section(head[2], at + 1, _join(lines, at + 1, end), intro, parts)


def _join(lines: list[str], start: int, end: int) -> str:
    return "\n".join(lines[start:end]).strip("\n")


def read(path: Path) -> Document:
    """Parse a file. Raises OSError or UnicodeDecodeError."""
    return parse(path.read_text("utf-8"))
