"""Answers typed as numbers with units, fractions, vectors, matrices, sets, choices or formulas, against the right value.

Reading never evaluates code: numbers go through the formula parser, units through a table. What cannot be read is `invalid`, which
never costs an attempt; what is wrong is compared with the named slips, so that the feedback names the mistake.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Any, Literal

from greenroom.content.models import Answer
from greenroom.content.said import Said, SaidError, Worded, sentence

from .formula import FormulaError, check_formula, parse, show, variables
from .formula.evaluate import UnusableError, in_digits
from .formula.tree import Node
from .units import UNITS, UnitError, convert

MAX_ENTRIES = 144
_WIDE = str.maketrans("，；（）［］", ",;()[]")
_UNIT = re.compile("|".join(f"(?:{re.escape(u)})" for u in sorted(UNITS, key=len, reverse=True)) + r"$")


@dataclass(frozen=True, slots=True)
class TypedVerdict(Worded):
    """`slip` is the id of the slip whose value was typed. `echo` shows what was understood; `message` says what to do."""

    verdict: Literal["right", "wrong", "unsure", "invalid"]
    echo: str = ""
    said: Said | None = None
    message: str = ""
    slip: str | None = None


class UnreadableError(SaidError):
    """The text is not an answer of the asked type; `said` tells what is expected."""


def check_typed(typed: str, expected: Any, answer: Answer, slips: Mapping[str, Any] | None = None) -> TypedVerdict:
    """Judge `typed` against `expected` (a number, nested lists of numbers, a set, or a formula's text, by `answer.type`)."""
    if not typed.strip():
        return TypedVerdict("invalid", said=sentence("Type an answer first."))
    if answer.type == "formula":
        return _formula(typed, str(expected), answer, slips or {})
    try:
        value = read(typed, answer)
    except UnreadableError as error:
        return TypedVerdict("invalid", said=error.said)
    echo = describe(value, answer)
    if agrees(value, expected, answer):
        return TypedVerdict("right", echo)
    slip = next((name for name, wrong in (slips or {}).items() if agrees(value, wrong, answer)), None)
    return TypedVerdict("wrong", echo, _shape_hint(value, expected), slip=slip)


def read(typed: str, answer: Answer) -> Any:
    """The typed text as a Fraction, nested lists of Fractions, a frozenset or a choice's text. Raises UnreadableError."""
    text = typed.strip()
    match answer.type:
        case "choice":
            return text.casefold()
        case "set":
            return frozenset(_entry(e) for e in re.split(r"[,;\s，；、]+", text.strip("{}[]() ")) if e)
        case "vector":
            return _row(text)
        case "matrix":
            return _matrix(text)
        case "integer":
            number = _number(text, answer.unit)
            if number.denominator != 1:
                raise UnreadableError(sentence("A whole number is asked."))
            return number
        case _:
            return _number(text, answer.unit)


def agrees(value: Any, expected: Any, answer: Answer) -> bool:
    """Whether a read value is the expected one within the answer's tolerance (relative `rtol` plus absolute `atol`)."""
    if answer.type == "choice":
        return bool(value == str(expected).casefold())
    if answer.type == "set":
        return bool(value == frozenset(_entry(str(e)) for e in expected))
    given, wanted = _flat(value), _flat(expected)
    if _shape(value) != _shape(expected):
        return False
    exact = answer.type in ("integer", "fraction")
    return all(g == w if exact else _close(g, w, answer) for g, w in zip(given, wanted, strict=True))


def describe(value: Any, answer: Answer) -> str:
    """A read value as a person would write it."""
    if isinstance(value, Fraction):
        number = str(value) if answer.type in ("fraction", "integer") else f"{float(value):.8g}"
        return f"{number} {answer.unit}".strip()
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(describe(v, answer) for v in value) + "]"
    return str(value)


def _formula(typed: str, expected: str, answer: Answer, slips: Mapping[str, Any]) -> TypedVerdict:
    found = check_formula(typed, expected, answer.domain)
    if found.verdict == "invalid":
        place = (found.position or 0) + 1
        return TypedVerdict("invalid", said=sentence("Character {place}: {what}", place=place, what=found.words))
    if found.verdict == "unsure":
        said = sentence("The comparison could not decide. Try a simpler form.")
        return TypedVerdict("unsure", found.echo, said)
    if found.verdict == "equal":
        return TypedVerdict("right", found.echo)
    slip = next((n for n, w in slips.items() if check_formula(typed, str(w), answer.domain).verdict == "equal"), None)
    return TypedVerdict("wrong", found.echo, slip=slip)


def _number(text: str, unit: str) -> Fraction:
    body = re.sub(r"(?<=\d)[,_ ](?=\d{3}(?!\d))", "", text)
    found = _UNIT.search(body)
    given = found[0] if found and found.start() > 0 else ""
    body = body[: found.start()].rstrip() if found and given else body
    node = _constant(body)
    try:
        value = in_digits(node, {})
        number = _exact(node) or Fraction(str(value.real))
        if value.imag != 0 or abs(number) > 10**60:
            raise UnreadableError(sentence("A real number of sensible size is asked."))
        return convert(number, given, unit)
    except UnusableError as error:
        raise UnreadableError(sentence("This has no value. {why}", why=error.said)) from error
    except UnitError as error:
        raise UnreadableError(error.said) from error


def _constant(body: str) -> Node:
    try:
        node = parse(body)
    except FormulaError as error:
        raise UnreadableError(sentence("This is not a number. {why}", why=error.said)) from error
    if names := variables(node):
        raise UnreadableError(sentence("A number is asked, without {names}.", names=", ".join(sorted(names))))
    return node


def _exact(node: Node) -> Fraction | None:
    """The value of a literal or a quotient of literals, exactly: 1/3 stays 1/3."""
    text = show(node).replace("(", "").replace(")", "").replace(" ", "")
    parts = text.split("/")
    if len(parts) > 2 or not all(re.fullmatch(r"-?\d+", p) for p in parts) or (len(parts) == 2 and int(parts[1]) == 0):
        return None
    return Fraction(int(parts[0]), int(parts[1]) if len(parts) == 2 else 1)


def _entry(text: str) -> str:
    cleaned = text.strip().strip("'\"").casefold()
    return str(int(cleaned)) if re.fullmatch(r"-?\d{1,12}", cleaned) else cleaned


def _row(text: str) -> list[Fraction]:
    inner = _unwrapped(text.strip().translate(_WIDE))
    cells = _split(inner, ",;")
    cells = cells if len(cells) > 1 else _split(inner, " \t\n")
    if not cells:
        raise UnreadableError(sentence("Write the entries with commas between them, for example 1, 0.5, -2."))
    if len(cells) > MAX_ENTRIES:
        raise UnreadableError(sentence("There are more than {most} entries.", most=MAX_ENTRIES))
    return [_number(c.strip(), "") for c in cells]


def _unwrapped(text: str) -> str:
    """Without the round or square brackets around the whole row; those of an entry, as in (1+2)/3, (4), stay."""
    text = text.removeprefix("[").removesuffix("]").strip()
    if not (text.startswith("(") and text.endswith(")")):
        return text
    depth = list(accumulate(("([{".find(c) >= 0) - (")]}".find(c) >= 0) for c in text))
    return text[1:-1].strip() if depth[-1] == 0 and min(depth[:-1]) > 0 else text


def _split(text: str, separators: str) -> list[str]:
    """The parts between separators outside brackets: log(8, 2), 1 has two. Empty parts are left out."""
    parts, depth = [""], 0
    for c in text:
        depth += (c in "([{") - (c in ")]}")
        if c in separators and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    return [p for p in parts if p.strip()]


def _matrix(text: str) -> list[list[Fraction]]:
    if "[[" in text.replace(" ", ""):
        rows = re.findall(r"\[([^\[\]]*)\]", text)
    else:
        rows = [r for r in re.split(r"[;；\n]", text.strip("[] \n")) if r.strip()]
    table = [_row(r) for r in rows]
    if len({len(r) for r in table}) != 1:
        raise UnreadableError(sentence("Every row needs the same number of entries: 1, 2; 3, 4."))
    return table


def _flat(value: Any) -> list[Fraction]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [x for v in value for x in _flat(v)]
    return [value if isinstance(value, Fraction) else Fraction(value)]


def _shape(value: Any) -> tuple[int, ...]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return (len(value), *(_shape(value[0]) if value else ()))
    return ()


def _close(given: Fraction, wanted: Fraction, answer: Answer) -> bool:
    tolerance = answer.atol + answer.rtol * abs(float(wanted))
    return math.isfinite(tolerance) and abs(float(given - wanted)) <= tolerance * (1 + 1e-12)


def _shape_hint(value: Any, expected: Any) -> Said | None:
    given, wanted = _shape(value), _shape(expected) if not isinstance(expected, str | set | frozenset) else ()
    if not given or not wanted or given == wanted:
        return None
    return sentence("The answer has {wanted} entries, yours has {given}.", wanted=_size(wanted), given=_size(given))


def _size(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))
