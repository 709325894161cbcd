"""Two values of any shape, compared from the outside in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from greenroom.content.models import Compare
from greenroom.judge.compare.numbers import Near, as_numbers, differ, dtype_mismatch, shape_mismatch
from greenroom.judge.describe import describe
from greenroom.judge.said import Said, sentence
from greenroom.judge.session import Frame, Tensor
from greenroom.judge.types import Mismatch, Opaque

_DEPTH = 200


def deep(expected: Any, actual: Any, rule: Compare, near: Near | None, depth: int = 0) -> Mismatch | None:
    """The first mismatch, or None. `near` is None for equality. An Opaque value equals nothing, itself included."""
    if isinstance(expected, Opaque) or isinstance(actual, Opaque) or depth > _DEPTH:
        return _type(expected, actual)
    if isinstance(expected, Frame) and isinstance(actual, Frame):
        return _frames(expected, actual, rule, near, depth)
    if rule.container == "any":
        expected, actual = _untensored(expected), _untensored(actual)
    elif isinstance(expected, Tensor) and isinstance(actual, Tensor):
        return deep(expected.array, actual.array, rule, near, depth)
    if _plainly_equal(expected, actual, rule):
        return None
    if rule.container == "strict" and _family(expected) != _family(actual):
        return _type(expected, actual)
    loose = rule.container == "any" and not _both_lists(expected, actual, near)
    e, a = as_numbers(expected, sequences=loose), as_numbers(actual, sequences=loose)
    if e is not None and a is not None:
        return _numbers(e, a, rule, near, bare=isinstance(actual, (list, tuple)))
    if _is_sequence(expected) and _is_sequence(actual):
        return _sequences(expected, actual, rule, near, depth)
    if isinstance(expected, dict) and isinstance(actual, dict):
        return _dicts(expected, actual, rule, near, depth)
    return _leaves(expected, actual)


def _numbers(e: np.ndarray, a: np.ndarray, rule: Compare, near: Near | None, *, bare: bool) -> Mismatch | None:
    empty_list = bare and a.size == 0
    wrong_dtype = None if empty_list else dtype_mismatch(e, a, rule)
    return shape_mismatch(e, a) or wrong_dtype or (differ(e, a, near) if e.size else None)


def _sequences(expected: Any, actual: Any, rule: Compare, near: Near | None, depth: int) -> Mismatch | None:
    expected, actual = _aligned(expected, actual)
    if len(expected) != len(actual):
        return length_mismatch(len(expected), len(actual))
    for i, (e, a) in enumerate(zip(expected, actual, strict=True)):
        if found := deep(e, a, rule, near.at(i) if near else None, depth + 1):
            return replace(under(found, f"[{i}]"), index=(i, *(found.index or ())))
    return None


def _dicts(
    expected: dict[Any, Any], actual: dict[Any, Any], rule: Compare, near: Near | None, depth: int
) -> Mismatch | None:
    for key in expected:
        if key not in actual:
            said = sentence("The key {key} is missing.", key=describe(key, 80))
            return Mismatch("missing", said, None, describe(key), describe(actual))
    for key in actual:
        if key not in expected:
            said = sentence("The key {key} should not be there.", key=describe(key, 80))
            return Mismatch("value", said, None, "", describe(key))
    for key, e in expected.items():
        if found := deep(e, actual[key], rule, near, depth + 1):
            return under(found, f"[{describe(key, 80)}]")
    return None


def _frames(expected: Frame, actual: Frame, rule: Compare, near: Near | None, depth: int) -> Mismatch | None:
    if expected.kind != actual.kind:
        return _type(expected, actual)
    if expected.names != actual.names:
        wanted, got = describe(list(expected.names)), describe(list(actual.names))
        said = sentence("The columns are {got}; they should be {wanted}.", got=got, wanted=wanted)
        return Mismatch("missing", said, None, wanted, got)
    for name, e, a in zip(expected.names, expected.columns, actual.columns, strict=True):
        if found := deep(e, a, rule, near, depth + 1):
            return under(found, f"[{describe(name, 80)}]")
    if found := deep(expected.index, actual.index, rule, None, depth + 1):
        return under(found, ".index")
    return None


def _untensored(value: Any) -> Any:
    return value.array if isinstance(value, Tensor) else value


def _leaves(expected: Any, actual: Any) -> Mismatch | None:
    if actual is None and expected is not None:
        return Mismatch(
            "missing", sentence("The answer is None: is a return missing?"), None, describe(expected), "None"
        )
    if _family(expected) != _family(actual):
        return _type(expected, actual)
    if expected == actual:
        return None
    index = None
    if isinstance(expected, (str, bytes)):
        pairs = zip(expected, actual, strict=False)
        same = next((i for i, (e, a) in enumerate(pairs) if e != a), min(len(expected), len(actual)))
        index = (same,)
    return Mismatch("value", sentence("The value is wrong."), index, describe(expected), describe(actual))


def length_mismatch(expected: int, actual: int) -> Mismatch:
    """Two sequences of different lengths."""
    said = sentence("The length is {got}; it should be {wanted}.", got=actual, wanted=expected)
    return Mismatch("shape", said, None, str(expected), str(actual))


def under(found: Mismatch, step: str) -> Mismatch:
    """The same mismatch, seen from one container further out: `[3]`, `['key']`, `.index`."""
    if found.said and "path" in found.said.values:
        said = Said(found.said.template, found.said.values | {"path": f"{step}{found.said.values['path']}"})
    else:
        said = sentence("At {path}: {what}", path=step, what=found.words)
    return replace(found, said=said)


def _plainly_equal(expected: Any, actual: Any, rule: Compare) -> bool:
    """Python's own equality, in C, for the common case of long lists that agree."""
    if rule.dtype != "any" or type(expected) is not type(actual) or rule.container == "strict":
        return False
    try:
        return isinstance(expected, (list, tuple, str, dict)) and bool(expected == actual)
    except (ValueError, RecursionError):
        return False


def _both_lists(expected: Any, actual: Any, near: Near | None) -> bool:
    """Equality of two lists is left to Python, whose integers do not overflow."""
    return near is None and isinstance(expected, (list, tuple)) and isinstance(actual, (list, tuple))


def _aligned(expected: Any, actual: Any) -> tuple[Any, Any]:
    """Arrays as lists; dates of one unit first, so that NaT lines up with NaT."""
    if isinstance(expected, np.ndarray) and isinstance(actual, np.ndarray) and expected.dtype.kind == actual.dtype.kind:
        actual = actual.astype(expected.dtype) if expected.dtype.kind in "mM" else actual
    return _listed(expected), _listed(actual)


def _listed(value: Any) -> Any:
    return value.tolist() if isinstance(value, np.ndarray) else value


def _is_sequence(value: Any) -> bool:
    return isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def _family(value: Any) -> str:
    if isinstance(value, (bool, np.bool_, int, float, complex, np.number)):
        return "number"
    return {"ndarray": "array", "frozenset": "set", "str_": "str", "bytes_": "bytes"}.get(
        type(value).__name__, type(value).__name__
    )


def _type(expected: Any, actual: Any) -> Mismatch:
    wanted, got = _name(expected), _name(actual)
    said = sentence("The answer is of type {got}; it should be of type {wanted}.", got=got, wanted=wanted)
    return Mismatch("type", said, None, describe(expected), describe(actual))


def _name(value: Any) -> str:
    if isinstance(value, Frame):
        return value.kind
    return value.type if isinstance(value, Opaque) else type(value).__name__
