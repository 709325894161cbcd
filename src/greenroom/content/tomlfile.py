"""TOML with line numbers: `tomllib` reads it, a small scanner says on which line a key stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .findings import Finding, PackError, error

Key = tuple[str | int, ...]
"""A place in a document: table names, keys and array indices, as in pydantic's `loc`."""

M = TypeVar("M", bound=BaseModel)

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_PART}(?:\s*\.\s*{_PART})*)\s*\]")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_TOKEN = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|[\[\]{}#]')


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _open_after(line: str, depth: int, quote: str) -> tuple[int, str]:
    """Bracket depth and open triple quote after a line that began with `depth` and `quote`."""
    at = 0
    while at < len(line):
        if quote:
            end = line.find(quote, at)
            if end < 0:
                return depth, quote
            at, quote = end + 3, ""
            continue
        token = _TOKEN.search(line, at)
        if token is None or token[0] == "#":
            return depth, ""
        at = token.end()
        if token[0] in ('"""', "'''"):
            quote = token[0]
        elif token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
    return depth, quote


def key_lines(text: str) -> dict[Key, int]:
    """The line (from 1) of every table header and key of a well-formed document."""
    lines: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    depth, quote = 0, ""
    for number, line in enumerate(text.splitlines(), 1):
        if depth == 0 and not quote:
            if header := _HEADER.match(line):
                table = _resolve(_split(header[2]), header[1] == "[[", counts)
                lines.setdefault(table, number)
                continue
            if key := _DOTTED.match(line):
                names = _split(key[1])
                for length in range(1, len(names) + 1):
                    lines.setdefault((*table, *names[:length]), number)
                depth, quote = _open_after(line[key.end() :], 0, "")
        else:
            depth, quote = _open_after(line, depth, quote)
    return lines


def _resolve(names: tuple[str, ...], array: bool, counts: dict[Key, int]) -> Key:
    """A header's names with the index of the array element that each one means."""
    key: Key = ()
    for position, name in enumerate(names):
        key = (*key, name)
        if array and position == len(names) - 1:
            counts[key] = counts.get(key, -1) + 1
        if key in counts:
            key = (*key, counts[key])
    return key


def line_of(lines: dict[Key, int], loc: Sequence[str | int]) -> int:
    """The line of `loc` or of its nearest known ancestor; 1 when nothing is known."""
    key = tuple(loc)
    while key:
        if key in lines:
            return lines[key]
        key = key[:-1]
    return 1


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """The parsed document and its text. Raises PackError with the line when it cannot be read."""
    try:
        text = path.read_text("utf-8")
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as problem:
        found = _AT_LINE.search(str(problem))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        raise PackError(
            [error(path, line, f"not valid TOML: {_AT_LINE.sub('', str(problem)).strip()}", "toml")]
        ) from None
    except UnicodeDecodeError as problem:
        raise PackError(
            [error(path, 0, f"not UTF-8 (byte {problem.start}); save the file as UTF-8", "encoding")]
        ) from None
    except (ValueError, RecursionError) as problem:
        raise PackError([error(path, 0, f"not usable TOML: {problem}", "toml")]) from None
    except OSError as problem:
        raise PackError([error(path, 0, f"cannot be read: {problem.strerror}", "read")]) from None


def validation_findings(path: Path, text: str, problem: ValidationError) -> list[Finding]:
    """A pydantic error as findings that point into the TOML file."""
    lines = key_lines(text)
    return [_finding(path, lines, e["loc"], e["msg"], e["type"], e.get("input")) for e in problem.errors()]


def _finding(path: Path, lines: dict[Key, int], loc: Key, message: str, kind: str, given: Any) -> Finding:
    where = ".".join(map(str, loc))
    if kind == "extra_forbidden":
        message = "unknown key; see `greenroom content schema` for the ones that exist"
    elif kind == "missing":
        message = "required, but missing"
    elif isinstance(given, str | int | float):
        message = f"{message}, not {given!r:.80}"
    message = message.removeprefix("Value error, ")
    return error(path, line_of(lines, loc), f"{where}: {message}" if where else message, "schema")


def read_model(path: Path, model: type[M]) -> M:
    """A file that holds one model. Raises PackError with lines."""
    data, text = read_toml(path)
    try:
        return model.model_validate(data)
    except ValidationError as problem:
        raise PackError(validation_findings(path, text, problem)) from None
