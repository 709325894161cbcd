"""Numbers and arrays of numbers: what counts as an array, how near is near enough, and where the first difference is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np

from greenroom.content.models import Compare
from greenroom.judge.describe import around
from greenroom.judge.said import Said, sentence
from greenroom.judge.types import Mismatch

_KINDS = {"b": "bool", "i": "int", "u": "int", "f": "float", "c": "complex"}
_SINGLE = np.finfo(np.float32)
_DOUBLE = np.finfo(np.float64)
_SINGLE_SLACK = 32 * float(_SINGLE.eps)
_WORST_SLACK = 1e-3
_SHORT_BITS = 12


Slack: TypeAlias = "float | tuple[Slack, ...]"
"""The reference's own rounding error on one input, as an absolute figure: one for a number or an array, one a component for
a composite answer, whose parts may differ by orders of magnitude."""


@dataclass(frozen=True, slots=True)
class Near:
    """How near two numbers must be: `|e - a| <= atol + rtol·|e|`, or within `ulp` steps of float64.

    `slack` is the reference's own rounding error on this input, as an absolute figure: no answer can be asked to be
    nearer to the reference than the reference is to the truth.
    """

    rtol: float
    atol: float
    ulp: int
    slack: Slack = 0.0

    @classmethod
    def of(cls, rule: Compare, slack: Slack = 0.0) -> Near | None:
        """None when the rule asks for equality."""
        return None if rule.kind == "exact" else cls(rule.rtol, rule.atol, rule.ulp, slack)

    def at(self, index: int) -> Near:
        """The same, for one component of a composite answer; one that the reference's answer does not have gets no slack."""
        if not isinstance(self.slack, tuple):
            return self
        return replace(self, slack=self.slack[index] if index < len(self.slack) else 0.0)

    def widened(self, expected: np.ndarray, actual: np.ndarray) -> Near:
        """The same, for an answer whose every value is a float32: it is held to what float32 can do on this input."""
        finite = np.abs(expected[np.isfinite(expected)])
        scale = float(finite.max()) if finite.size else 0.0
        slack = min(largest(self.slack), _WORST_SLACK * scale)
        if not _is_single(actual):
            return Near(self.rtol, max(self.atol, slack), self.ulp)
        single = min(slack * float(_SINGLE.eps / _DOUBLE.eps), _WORST_SLACK * scale)
        return Near(max(self.rtol, _SINGLE_SLACK), max(self.atol, _SINGLE_SLACK * min(scale, 1.0), single), self.ulp)


def largest(slack: Slack) -> float:
    """The worst of all components."""
    return max(map(largest, slack), default=0.0) if isinstance(slack, tuple) else slack


def as_numbers(value: Any, *, sequences: bool) -> np.ndarray | None:
    """`value` as an array of kind b, i, u, f or c; None when it is anything else, is ragged, or needs bigger integers.

    Lists and tuples count only where `sequences` says so.
    """
    if isinstance(value, (list, tuple)):
        if not sequences:
            return None
        try:
            found = np.asarray(value)
        except (ValueError, OverflowError, TypeError):
            return None
    elif isinstance(value, (np.ndarray, np.generic, bool, int, float, complex)):
        found = np.asarray(value)
    else:
        return None
    return found if found.dtype.kind in _KINDS else None


def differ(expected: np.ndarray, actual: np.ndarray, near: Near | None) -> Mismatch | None:
    """The mismatch of two arrays of the same shape, element by element; NaN equals NaN in the same place."""
    bad, distance = _judge(expected, actual, near)
    if not bad.any():
        return None
    index = tuple(int(i) for i in np.argwhere(bad)[0]) if bad.ndim else ()
    nan = bool(np.isnan(expected[index])), bool(np.isnan(actual[index]))
    with np.errstate(all="ignore"):
        relative = distance / np.abs(expected)
    differing, total = int(bad.sum()), int(bad.size)
    return Mismatch(
        "nan" if any(nan) else "value",
        _wrong_value(nan, index, differing, total),
        index,
        around(expected, index),
        around(actual, index),
        _largest(distance, bad),
        _largest(relative, bad),
        differing,
        total,
    )


def _wrong_value(nan: tuple[bool, bool], index: tuple[int, ...], differing: int, total: int) -> Said:
    found = {(True, False): sentence("There should be NaN."), (False, True): sentence("There is NaN.")}
    what = found.get(nan, sentence("The value is wrong."))
    if total == 1:
        return what
    counted = sentence("{what} {differing} of {total} values differ.", what=what, differing=differing, total=total)
    return sentence("At {path}: {what}", path=str(list(index)), what=counted)


def wrong(expected: np.ndarray, actual: np.ndarray, near: Near | None) -> np.ndarray:
    """A mask of the elements that differ; the shapes are the same."""
    return _judge(expected, actual, near)[0]


def dtype_mismatch(expected: np.ndarray, actual: np.ndarray, rule: Compare) -> Mismatch | None:
    """What the `dtype` rule objects to, if anything."""
    if rule.dtype == "strict" and expected.dtype != actual.dtype:
        wanted, got = str(expected.dtype), str(actual.dtype)
    elif rule.dtype == "kind" and _KINDS[expected.dtype.kind] != _KINDS[actual.dtype.kind]:
        wanted, got = _KINDS[expected.dtype.kind], _KINDS[actual.dtype.kind]
    else:
        return None
    said = sentence("The numbers are of type {got}; they should be {wanted}.", got=got, wanted=wanted)
    return Mismatch("dtype", said, None, wanted, got)


def shape_mismatch(expected: np.ndarray, actual: np.ndarray) -> Mismatch | None:
    """Different shapes. Nested lists cannot tell (0,) from (0, 3), so two empty answers of equal length agree."""
    if expected.shape == actual.shape or (expected.size == actual.size == 0 and _flat(expected, actual)):
        return None
    wanted, got = str(expected.shape), str(actual.shape)
    return Mismatch("shape", _wrong_shape(expected, actual), None, wanted, got)


def _wrong_shape(expected: np.ndarray, actual: np.ndarray) -> Said:
    wanted, got = str(expected.shape), str(actual.shape)
    if not expected.ndim:
        return sentence("The shape is {got}; it should be a single number.", got=got)
    if not actual.ndim:
        return sentence("It is a single number; its shape should be {wanted}.", wanted=wanted)
    return sentence("The shape is {got}; it should be {wanted}.", got=got, wanted=wanted)


def _flat(expected: np.ndarray, actual: np.ndarray) -> bool:
    return expected.shape[:1] == actual.shape[:1] and 1 in (expected.ndim, actual.ndim)


def _judge(expected: np.ndarray, actual: np.ndarray, near: Near | None) -> tuple[np.ndarray, np.ndarray]:
    """A mask of the wrong elements and the absolute distances."""
    whole = expected.dtype.kind in "biu" and actual.dtype.kind in "biu"
    with np.errstate(all="ignore"):
        same = (expected == actual) | (np.isnan(expected) & np.isnan(actual))
        e, a = _wide(expected), _wide(actual)
        distance = np.abs(e - a)
        if near is None or whole:
            return np.asarray(~same), distance
        near = near.widened(e, a if actual.dtype != np.float32 else actual)
        size = np.abs(e)
        close = distance <= near.atol + near.rtol * size
        if near.ulp:
            close |= distance <= near.ulp * np.spacing(size)
        close &= np.isfinite(e) & np.isfinite(a)
    return np.asarray(~(same | close)), distance


def _wide(array: np.ndarray) -> np.ndarray:
    return array.astype(np.complex128 if array.dtype.kind == "c" else np.float64)


def _is_single(array: np.ndarray) -> bool:
    """Whether the values were computed in single precision, though a list or a float64 may carry them: each is a float32,
    and one of them is no integer and no short binary fraction such as 0.5, which float64 yields too."""
    if array.dtype in (np.float32, np.complex64):
        return True
    parts = array[np.isfinite(array)]
    parts = np.concatenate([parts.real, parts.imag]) if parts.dtype.kind == "c" else parts
    with np.errstate(all="ignore"):
        if not (parts.astype(np.float32) == parts).all():
            return False
    short = np.frexp(parts)[0] * 2.0**_SHORT_BITS
    return bool(((parts != np.round(parts)) & (short != np.round(short))).any())


def _largest(values: np.ndarray, mask: np.ndarray) -> float | None:
    chosen = values[mask & np.isfinite(values)]
    return float(chosen.max()) if chosen.size else None
