"""Bounded text for people: whatever a value is, its description is short, printable and the same every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from greenroom.judge.session import Frame, Tensor
from greenroom.judge.types import Op, Opaque, Outcome, Raised, Script

LIMIT = 600
"""Characters of one description."""
ITEMS = 40
"""Elements shown of one container."""
_DIGITS = 200
_WINDOW = 3


def describe(value: Any, limit: int = LIMIT) -> str:
    """Text of at most `limit` characters. Cost is bounded by what is shown, not by the value's size."""
    return clip(_text(value, depth=6), limit)


def describe_call(op: Op, limit: int = LIMIT) -> str:
    """One step as Python: `s = Stack(3)`, `s.push(1)`, `next(it) × 5`, `s.size`."""
    if op.kind == "get":
        return clip(op.target, limit)
    if op.kind == "take":
        return clip(f"next({op.target}) × {_text(op.args[0], 1)}", limit)
    shown = [_text(a, 6) for a in op.args] + [f"{k}={_text(v, 6)}" for k, v in op.kwargs.items()]
    call = f"{op.target}({', '.join(shown)})"
    return clip(f"{op.bind} = {call}" if op.bind else call, limit)


def describe_script(script: Script, limit: int = LIMIT) -> str:
    """A whole script, one step a line."""
    return clip("\n".join(describe_call(op, limit) for op in script), limit)


def describe_outcome(outcome: Outcome, limit: int = LIMIT) -> str:
    """What a step did: its value, or the exception it ended with."""
    return clip(describe_raised(outcome.raised), limit) if outcome.raised else describe(outcome.value, limit)


def describe_raised(raised: Raised) -> str:
    """`ValueError: message`."""
    return f"{raised.type}: {printable(raised.message)}" if raised.message else raised.type


def around(array: np.ndarray, index: tuple[int, ...]) -> str:
    """The elements on either side of `index` along the last axis, as text: `… 0.1, [0.2], 0.3 …`."""
    if array.ndim == 0:
        return _text(array.item(), 1)
    row = array[index[:-1]].tolist()
    at = index[-1]
    first, last = max(0, at - _WINDOW), min(len(row), at + _WINDOW + 1)
    shown = [f"[{_text(row[i], 1)}]" if i == at else _text(row[i], 1) for i in range(first, last)]
    return ("… " if first else "") + ", ".join(shown) + (" …" if last < len(row) else "")


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, and how many were left out, in no language."""
    return text if len(text) <= limit else f"{text[:limit]}… (+{len(text) - limit})"


def printable(text: str) -> str:
    """Control, bidirectional and other invisible characters escaped; line ends and tabs kept."""
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in text)


def _text(value: Any, depth: int) -> str:
    if depth == 0:
        return "…"
    if isinstance(value, Opaque):
        return f"<{printable(value.type)}>"
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, Tensor):
        return _text(value.array, depth).replace("array(", "tensor(", 1)
    if isinstance(value, Frame):
        columns = zip(value.names, value.columns, strict=True)
        shown = [f"{_text(name, 1)}: {_text(column, depth - 1)}" for name, column in _first(columns)]
        return f"{value.kind}({_joined(shown, len(value.names))})"
    if isinstance(value, np.generic):
        return _scalar(value)
    if isinstance(value, (str, bytes)):
        return _string(value)
    if isinstance(value, Mapping):
        shown = [f"{_text(k, depth - 1)}: {_text(v, depth - 1)}" for k, v in _first(value.items())]
        return "{" + _joined(shown, len(value)) + "}"
    if isinstance(value, (set, frozenset)):
        shown = sorted(_text(v, depth - 1) for v in _first(value))
        return "{" + _joined(shown, len(value)) + "}" if value else "set()"
    if isinstance(value, list):
        return "[" + _joined([_text(v, depth - 1) for v in value[:ITEMS]], len(value)) + "]"
    if isinstance(value, tuple):
        inner = _joined([_text(v, depth - 1) for v in value[:ITEMS]], len(value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if type(value) is int and value.bit_length() > 4 * _DIGITS:
        return f"<int of {value.bit_length()} bits>"
    return clip(repr(value), LIMIT)


def _first(values: Iterable[Any]) -> list[Any]:
    return [v for _, v in zip(range(ITEMS), values, strict=False)]


def _joined(shown: list[str], total: int) -> str:
    return ", ".join(shown) + (f", … (+{total - len(shown)})" if total > len(shown) else "")


def _string(value: str | bytes) -> str:
    return repr(value) if len(value) <= LIMIT else f"{value[:LIMIT]!r}… (+{len(value) - LIMIT})"


def _scalar(value: np.generic) -> str:
    plain = value.dtype in (np.dtype(float), np.dtype(int), np.dtype(bool), np.dtype(complex))
    return repr(value.item()) if plain else repr(value)


def _array(value: np.ndarray) -> str:
    if value.dtype.kind == "U":
        value = value.astype("U40")
    body = np.array2string(value, separator=", ", threshold=ITEMS, edgeitems=3, max_line_width=110, prefix="array(")
    plain = (
        value.dtype in (np.dtype(float), np.dtype(int), np.dtype(bool), np.dtype(complex)) or value.dtype.kind == "U"
    )
    notes = "" if plain else f", dtype={value.dtype}"
    if value.size > ITEMS or value.size == 0:
        notes += f", shape={value.shape}"
    return f"array({body}{notes})"
