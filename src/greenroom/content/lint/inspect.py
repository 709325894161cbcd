"""A Markdown text taken apart for checking: maths, links, figures and prose, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from greenroom.content.render import markdown

At = tuple[int, str]
"""(line from 1, what stands there)"""


@dataclass
class Inspected:
    """`prose` is what a reader reads as words: no code, no maths. `figures` are (line, source, alternative text)."""

    maths: list[At] = field(default_factory=list)
    links: list[At] = field(default_factory=list)
    citations: list[At] = field(default_factory=list)
    figures: list[tuple[int, str, str]] = field(default_factory=list)
    prose: list[At] = field(default_factory=list)
    fences: int = 0


def inspect(source: str) -> Inspected:
    """Take a text apart with the parser that renders it."""
    found = Inspected()
    for token in markdown().parse(source):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "math_block":
            found.maths.append((line, token.content))
        elif token.type == "fence":
            found.fences += 1
        elif token.type == "inline":
            _inline(token.children or [], line, found)
    return found


def _inline(tokens: list[Token], line: int, found: Inspected) -> None:
    words: list[str] = []
    for token, at in _with_lines(tokens, line):
        match token.type:
            case "text":
                words.append(token.content)
            case "softbreak" | "hardbreak":
                found.prose.append((at, "".join(words)))
                words.clear()
            case "math_inline" | "math_inline_double":
                found.maths.append((at, token.content))
                words.append("\ufffc")
            case "code_inline":
                words.append("\ufffc")
            case "image":
                found.figures.append((at, str(token.attrs.get("src", "")), token.content))
            case "link_open":
                found.links.append((at, str(token.attrs.get("href", ""))))
            case "citation":
                found.citations.append((at, token.content))
    found.prose.append((line + sum(t.type in ("softbreak", "hardbreak") for t in tokens), "".join(words)))


def _with_lines(tokens: list[Token], line: int) -> Iterator[tuple[Token, int]]:
    for token in tokens:
        yield token, line
        line += token.type in ("softbreak", "hardbreak")
        line += token.content.count("\n") if token.type.startswith("math") else 0
