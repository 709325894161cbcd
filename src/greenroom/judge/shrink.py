"""The smallest input that still fails: delete, simplify, try again, as long as it gets smaller."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

import numpy as np

from greenroom.judge.types import Op, Script

BUDGET = 1500
"""Candidates tried at most: a count, not a clock, so that the result is the same every time."""
BATCH = 24
_CELLS = 48
"""Elements of an array that are simplified one by one."""

FirstFailing = Callable[[Sequence[Script]], int | None]
"""The index of the first of these scripts that is valid and still fails, or None."""


def shrink(script: Script, first_failing: FirstFailing, budget: int = BUDGET) -> Script:
    """A script of smaller weight that fails, at which no single step of ours helps (or the budget is spent)."""
    while budget > 0:
        limit = weight(script)
        smaller = (s for s in _simpler_scripts(script) if weight(s) < limit)
        found = None
        while budget > 0 and (batch := list(islice(smaller, BATCH))):
            budget -= len(batch)
            if (at := first_failing(batch)) is not None:
                found = batch[at]
                break
        if found is None:
            return script
        script = found
    return script


def weight(value: Any) -> float:
    """How much a person has to read: elements first, then digits."""
    if isinstance(value, tuple) and value and all(isinstance(op, Op) for op in value):
        return sum(8 + weight(list(op.args)) for op in value)
    if isinstance(value, np.ndarray):
        if value.size > 10_000:
            return 40.0 * value.size
        return 2 + value.ndim + sum(map(_leaf, value.ravel().tolist()))
    if isinstance(value, dict):
        return 2 + sum(weight(k) + weight(v) for k, v in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return 2 + sum(map(weight, value))
    return _leaf(value)


def _leaf(value: Any) -> float:
    if isinstance(value, (str, bytes)):
        return 4 + 4 * len(value) + sum(c not in "ab" for c in str(value)) / 4
    if value is None or isinstance(value, bool):
        return 4 + bool(value) / 2
    if isinstance(value, int):
        return 4 + value.bit_length() / 4 + (value < 0) / 4
    if isinstance(value, float) and value == value and abs(value) < 2**53:
        return 4 + (int(value).bit_length() / 4 + (value < 0) / 4 if value == int(value) else len(repr(value)))
    return 24.0


def _simpler_scripts(script: Script) -> Iterator[Script]:
    if len(script) > 1:
        yield from (
            script[:start] + script[stop:] for start, stop in _chunks(len(script)) if stop - start < len(script)
        )
    for at, op in enumerate(script):
        for args in _simpler_args(op.args) if len(script) == 1 else _rounder_args(op.args):
            yield (*script[:at], replace(op, args=args), *script[at + 1 :])


def _simpler_args(args: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield from _shorter_together(args)
    for at, value in enumerate(args):
        for simpler in _simpler(value):
            yield (*args[:at], simpler, *args[at + 1 :])


def _rounder_args(args: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """No `valid` guards the steps of a class, so their arguments keep their shapes and only lose digits."""
    for at, value in enumerate(args):
        if isinstance(value, float) or (isinstance(value, np.ndarray) and value.dtype.kind == "f"):
            yield from (
                (*args[:at], type(value)(r) if isinstance(value, float) else r, *args[at + 1 :])
                for r in _rounded(value)
            )


def _rounded(value: Any) -> Iterator[Any]:
    yield from (np.round(value, digits) for digits in (0, 1, 2))


def _shorter_together(args: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Axes of one length (all of them, or those in one position) lose the same indices in all the arguments at once, and
    integers equal to the length follow: features, labels and weights stay in step."""
    places = {place for value in args for place in _places(value)}
    sizes = {size for _, size in places}
    whole = [(None, size) for size in sizes if sum(s == size for _, s in places) > 1]
    for axis, size in sorted([*places, *whole], key=lambda p: (-p[1], -1 if p[0] is None else p[0])):
        for start, stop in _chunks(size):
            keep = [i for i in range(size) if not start <= i < stop]
            cut = tuple(_cut(v, axis, size, keep) for v in args)
            yield cut
            if any(type(v) is int and v == size for v in args):
                yield tuple(len(keep) if type(v) is int and v == size else v for v in cut)


def _places(value: Any) -> Iterator[tuple[int | None, int]]:
    """(axis, length) of an array's or a nested list's axes."""
    if isinstance(value, np.ndarray):
        yield from ((axis, size) for axis, size in enumerate(value.shape) if size)
    elif isinstance(value, list) and value:
        yield 0, len(value)
        if isinstance(value[0], list) and value[0]:
            yield 1, len(value[0])


def _cut(value: Any, axis: int | None, size: int, keep: list[int]) -> Any:
    if isinstance(value, np.ndarray):
        for at, length in enumerate(value.shape):
            if length == size and axis in (None, at):
                value = np.take(value, keep, axis=at)
        return value
    if isinstance(value, list):
        rows = [value[i] for i in keep] if len(value) == size and axis in (None, 0) else value
        inner = axis if axis is None else axis - 1
        return [_cut(v, inner, size, keep) if isinstance(v, list) else v for v in rows]
    return value


def _chunks(size: int) -> Iterator[tuple[int, int]]:
    """Ranges to delete: all, halves, quarters, … single elements."""
    length = size
    while length:
        for start in range(0, size, length):
            yield start, min(start + length, size)
        length //= 2


def _simpler(value: Any) -> Iterator[Any]:
    if isinstance(value, np.ndarray):
        yield from _simpler_array(value)
    elif isinstance(value, (list, tuple)):
        yield from _simpler_sequence(value)
    elif isinstance(value, (set, frozenset)):
        ordered = sorted(value, key=repr)
        yield from (type(value)(ordered[:i] + ordered[j:]) for i, j in _chunks(len(ordered)))
    elif isinstance(value, dict):
        yield from _simpler_dict(value)
    elif isinstance(value, bytes):
        yield from (value[:i] + value[j:] for i, j in _chunks(len(value)))
    elif isinstance(value, str):
        yield from (value[:i] + value[j:] for i, j in _chunks(len(value)))
        yield from ("".join("a" if k == i else c for k, c in enumerate(value)) for i in range(len(value)))
    elif isinstance(value, bool):
        yield False
    elif isinstance(value, (int, float)):
        yield from _simpler_number(value)


def _simpler_sequence(value: Any) -> Iterator[Any]:
    kind = type(value)
    yield from (kind(value[:i] + value[j:]) for i, j in _chunks(len(value)))
    if value and all(type(v) in (int, float) for v in value):
        order = {v: rank for rank, v in enumerate(sorted(set(value)))}
        yield kind(type(v)(order[v]) for v in value)
        yield kind(type(v)(order[v] + 1) for v in value)
    for at, element in enumerate(value[:_CELLS]):
        for simpler in _simpler(element):
            yield kind([*value[:at], simpler, *value[at + 1 :]])


def _simpler_dict(value: dict[Any, Any]) -> Iterator[Any]:
    items = list(value.items())
    yield from (dict(items[:i] + items[j:]) for i, j in _chunks(len(items)))
    for at, (key, element) in enumerate(items[:_CELLS]):
        for simpler in _simpler(element):
            yield dict([*items[:at], (key, simpler), *items[at + 1 :]])


def _simpler_array(value: np.ndarray) -> Iterator[Any]:
    for axis, size in enumerate(value.shape):
        yield from (np.delete(value, slice(i, j), axis) for i, j in _chunks(size))
    if value.dtype.kind not in "if":
        return
    yield np.zeros_like(value)
    yield np.ones_like(value)
    yield np.unique(value, return_inverse=True)[1].reshape(value.shape).astype(value.dtype)
    if value.dtype.kind == "f":
        yield from (np.round(value, digits) for digits in (0, 1, 2))
    for at in range(min(value.size, _CELLS)):
        for simpler in _simpler_number(value.flat[at].item()):
            changed = value.copy()
            changed.flat[at] = simpler
            yield changed


def _simpler_number(value: int | float) -> Iterator[Any]:
    kind = type(value)
    yield kind(0)
    yield kind(1)
    if isinstance(value, float):
        if value != value or value in (float("inf"), -float("inf")):
            return
        yield from (round(value, digits) for digits in (0, 1, 2))
    if value < 0:
        yield -value
    if isinstance(value, int):
        yield from (value // 2, value - 1 if value > 0 else value + 1)
    else:
        yield float(int(value / 2))
