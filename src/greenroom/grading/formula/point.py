"""Have two formulas the same value at one point? Told only from digits that no cancellation has eaten."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import mpmath

from .evaluate import UnusableError, in_digits
from .tree import Node

SHARPER = (1, 2, 4)
"""Multiples of the digits, tried until the values are clear of their own noise."""
CLEAR = 1000
"""Times its noise that a difference or a value must be to be believed."""

Found = Literal["equal", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class _Values:
    """The two values at one point, and how far noise in the last digits moves each."""

    x: Any
    y: Any
    dx: Any
    dy: Any

    @property
    def apart(self) -> bool:
        return bool(abs(self.x - self.y) > CLEAR * (self.dx + self.dy))

    @property
    def nothing(self) -> bool:
        """Whether both are noise, or exactly zero."""
        return bool(abs(self.x) <= CLEAR * self.dx and abs(self.y) <= CLEAR * self.dy)

    @property
    def clear(self) -> bool:
        return bool(abs(self.x) > CLEAR * self.dx and abs(self.y) > CLEAR * self.dy)


def same_at(a: Node, b: Node, at: Mapping[str, float], digits: int) -> Found:
    """Values that agree to all but the last sixth of `digits` are one, and so are two that are nothing but noise that small.

    A difference counts when it is far above the noise; otherwise more digits tell, or nobody can.
    """
    try:
        for factor in SHARPER:
            found = _told(a, b, at, digits * factor, digits * 5 // 6)
            if found != "unsure":
                return found
    except UnusableError:
        pass
    return "unsure"


def _told(a: Node, b: Node, at: Mapping[str, float], digits: int, agreeing: int) -> Found:
    x, y = in_digits(a, at, digits), in_digits(b, at, digits)
    if x == y:
        return "equal"
    with mpmath.workdps(digits):
        tiny = mpmath.mpf(10) ** -agreeing
        scale = max(abs(x), abs(y))
        near = abs(x - y) <= tiny * scale
        if near and scale >= tiny:
            return "equal"
        values = _with_noise(a, b, at, digits, x, y)
        if near and values.clear:
            return "equal"
        if values.apart:
            return "different"
        return "equal" if scale < tiny and values.nothing else "unsure"


def _with_noise(a: Node, b: Node, at: Mapping[str, float], digits: int, x: Any, y: Any) -> _Values:
    noise = random.Random(digits)
    return _Values(x, y, abs(in_digits(a, at, digits, noise) - x), abs(in_digits(b, at, digits, noise) - y))
