"""Answers that are right up to an order, a sign or a naming: multisets, eigenvectors, clusters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from greenroom.content.models import Compare
from greenroom.judge.compare.deep import deep, length_mismatch
from greenroom.judge.compare.numbers import Near, as_numbers, wrong
from greenroom.judge.describe import describe
from greenroom.judge.said import sentence
from greenroom.judge.types import Mismatch, Opaque

_PAIRS = 20_000
"""Comparisons allowed while matching elements that are not exactly equal."""


def unordered(expected: Any, actual: Any, rule: Compare, near: Near | None) -> Mismatch | None:
    """Lists, tuples, sets and arrays as multisets of their outermost elements; anything else as it is."""
    wanted, got = _elements(expected), _elements(actual)
    if wanted is None or got is None:
        return deep(expected, actual, rule, near)
    if len(wanted) != len(got):
        return length_mismatch(len(wanted), len(got))
    missing, extra = _leftover(wanted, got)
    if near is not None and missing:
        missing, extra = _nearly_left(missing, extra, rule, near)
    if not missing:
        return None
    said = sentence(
        "The order is free, but {differing} of {total} elements are wrong or occur too often.",
        differing=len(missing),
        total=len(wanted),
    )
    return Mismatch(
        "value", said, None, describe(missing[0]), describe(extra[0]), differing=len(missing), total=len(wanted)
    )


def signed(expected: Any, actual: Any, rule: Compare, near: Near | None) -> Mismatch | None:
    """Each slice along `rule.axis` may be flipped (for complex numbers, turned by a unit phase).

    A vector flips as a whole. In a tuple the matrices' slices flip and the vectors beside them (eigenvalues) do not; a
    vector beside scalars (power iteration) does.
    """
    parts = _parts(expected, actual)
    if parts is None:
        return deep(expected, _flipped(expected, actual, rule.axis), rule, near)
    matrices = any(_ndim(e) >= 2 for e, _ in parts)
    turned = [_flipped(e, a, rule.axis) if _ndim(e) >= (2 if matrices else 1) else a for e, a in parts]
    return deep(expected, type(actual)(turned), rule, near)


def permuted(expected: Any, actual: Any, rule: Compare, near: Near | None) -> Mismatch | None:
    """Slices along `rule.axis` may be moved; a vector of integers is a labelling, whose names may be exchanged.

    In a tuple the first matrix fixes the order, and vectors of labels or of one figure a slice must follow it.
    """
    parts = _parts(expected, actual)
    if parts is None:
        return deep(expected, _reordered(expected, actual, rule, near), rule, near)
    lead = next(((e, a) for e, a in parts if _ndim(e) >= 2 and _same_shape(e, a)), None)
    if lead is None:
        return deep(expected, type(actual)([_reordered(e, a, rule, near) for e, a in parts]), rule, near)
    order = _order(*lead, rule, near)
    return deep(expected, type(actual)([_following(e, a, order, rule) for e, a in parts]), rule, near)


def _elements(value: Any) -> list[Any] | None:
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(value)
    return list(value) if isinstance(value, np.ndarray) and value.ndim else None


def _leftover(wanted: list[Any], got: list[Any]) -> tuple[list[Any], list[Any]]:
    """What remains of each after equal elements have been paired off."""
    keys_wanted, keys_got = [_key(v) for v in wanted], [_key(v) for v in got]
    common = Counter(keys_wanted) & Counter(keys_got)
    return _without(wanted, keys_wanted, Counter(common)), _without(got, keys_got, Counter(common))


def _without(values: list[Any], keys: list[Any], paired: Counter[Any]) -> list[Any]:
    left = []
    for value, key in zip(values, keys, strict=True):
        if paired[key] > 0:
            paired[key] -= 1
        else:
            left.append(value)
    return left


def _key(value: Any) -> Any:
    """A hashable stand-in: equal for values that are equal whatever container holds them, never equal for opaque ones."""
    if isinstance(value, Opaque):
        return object()
    if isinstance(value, (np.ndarray, np.generic)):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return ("sequence", *(_key(v) for v in value))
    if isinstance(value, dict):
        return ("dict", frozenset((_key(k), _key(v)) for k, v in value.items()))
    if isinstance(value, (set, frozenset)):
        return ("set", frozenset(_key(v) for v in value))
    return "nan" if isinstance(value, float) and value != value else ("leaf", value)


def _nearly_left(missing: list[Any], extra: list[Any], rule: Compare, near: Near) -> tuple[list[Any], list[Any]]:
    """What remains after elements that are near enough have been paired off: real numbers by rank, others one by one."""
    e, a = (as_numbers(values, sequences=True) for values in (missing, extra))
    if e is not None and a is not None and e.ndim == a.ndim == 1 and "c" not in e.dtype.kind + a.dtype.kind:
        e, a = np.sort(e), np.sort(a)
        bad = wrong(e, a, near)
        return list(e[bad]), list(a[bad])
    if len(missing) * len(extra) > _PAIRS:
        return missing, extra
    return _matched(missing, extra, lambda e, a: deep(e, a, rule, near) is None)


def _matched(missing: list[Any], extra: list[Any], alike: Callable[[Any, Any], bool]) -> tuple[list[Any], list[Any]]:
    """Each missing element paired with the first extra one that is near enough."""
    left, rest = [], list(extra)
    for e in missing:
        at = next((i for i, a in enumerate(rest) if alike(e, a)), None)
        if at is None:
            left.append(e)
        else:
            del rest[at]
    return left, rest


def _parts(expected: Any, actual: Any) -> list[tuple[Any, Any]] | None:
    """The components of a composite answer such as (values, vectors); None for one array, however it is written."""
    if not isinstance(expected, tuple) or not isinstance(actual, (tuple, list)) or len(expected) != len(actual):
        return None
    if all(isinstance(e, (int, float, complex, np.number)) for e in expected):
        return None
    return list(zip(expected, actual, strict=True))


def _numeric(value: Any) -> np.ndarray | None:
    return as_numbers(value, sequences=True)


def _ndim(value: Any) -> int:
    array = _numeric(value)
    return -1 if array is None else array.ndim


def _same_shape(expected: Any, actual: Any) -> bool:
    e, a = _numeric(expected), _numeric(actual)
    return e is not None and a is not None and e.shape == a.shape


def _flipped(expected: Any, actual: Any, axis: int) -> Any:
    e, a = _numeric(expected), _numeric(actual)
    if e is None or a is None or e.shape != a.shape or not a.size or not -e.ndim <= axis < e.ndim:
        return actual
    others = tuple(i for i in range(e.ndim) if i != axis % e.ndim) if e.ndim > 1 else (0,)
    dot = np.sum(_unit(e) * np.conj(_unit(a)), axis=others, keepdims=True)
    size = np.abs(dot)
    turn = np.divide(dot, size, out=np.ones_like(dot), where=size > 0)
    return a if (turn == 1).all() else (a * turn).astype(np.result_type(a.dtype, np.float32))


def _unit(array: np.ndarray) -> np.ndarray:
    """The finite part, scaled so that products neither overflow nor vanish."""
    wide = array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)
    wide[~np.isfinite(wide)] = 0
    return wide / (np.abs(wide).max() or 1.0)


def _reordered(expected: Any, actual: Any, rule: Compare, near: Near | None) -> Any:
    e, a = _numeric(expected), _numeric(actual)
    if e is None or a is None or e.shape != a.shape or e.ndim == 0:
        return actual
    if e.ndim == 1 and e.dtype.kind in "iub":
        return _renamed(e, a)
    return np.take(a, _order(e, a, rule, near), axis=rule.axis if e.ndim > 1 else 0)


def _renamed(expected: np.ndarray, actual: np.ndarray) -> np.ndarray:
    """`actual` with each label replaced by the expected one it first stands beside, if that naming is one to one."""
    names: dict[Any, Any] = {}
    for e, a in zip(expected.tolist(), actual.tolist(), strict=True):
        names.setdefault(a, e)
    if len(set(names.values())) != len(names):
        return actual
    return np.array([names[a] for a in actual.tolist()], dtype=expected.dtype)


def _order(expected: Any, actual: Any, rule: Compare, near: Near | None) -> list[int]:
    """For each expected slice, the index of an actual one like it that is not yet taken, else of any that is left."""
    axis = rule.axis if _ndim(expected) > 1 else 0
    wanted = np.moveaxis(np.asarray(expected), axis, 0)
    free = list(enumerate(np.moveaxis(np.asarray(actual), axis, 0)))
    order: list[int | None] = []
    for slice_ in wanted:
        at = next((i for i, (_, a) in enumerate(free) if deep(slice_, a, rule, near) is None), None)
        order.append(None if at is None else free.pop(at)[0])
    left = iter([i for i, _ in free])
    return [next(left) if i is None else i for i in order]


def _following(expected: Any, actual: Any, order: list[int], rule: Compare) -> Any:
    e, a = _numeric(expected), _numeric(actual)
    if e is None or a is None or e.shape != a.shape or e.ndim == 0:
        return actual
    if e.ndim > 1:
        return np.take(a, order, axis=rule.axis) if a.shape[rule.axis] == len(order) else actual
    if e.dtype.kind in "iub" and a.dtype.kind in "iub" and len(a) and a.min() >= 0 and a.max() < len(order):
        names = {old: new for new, old in enumerate(order)}
        return np.array([names[label] for label in a.tolist()], dtype=e.dtype)
    return a[order] if len(a) == len(order) else actual
