"""Values of a formula in three arithmetics: a prime field (exact identity), floats (fast), mpmath (certain)."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from typing import Any

import mpmath
import numpy as np
from numpy.typing import NDArray

from greenroom.content.said import SaidError, sentence

from .tree import Apply, Binary, Negate, Node, Number, Symbol

PRIME = 2**61 - 1
MAX_FIELD_EXPONENT = 10_000
DIGITS = 50
MAX_LOG = 1e5
"""Largest |log| of a power or exponential worked out; beyond it a point is unusable, not slow."""
MAX_ANGLE = 1e12
HALF = mpmath.mpf(0.5)
SHAKEN = 3
"""Digits at the end that `noise` makes random."""
REAL = 1e-9
"""A number whose imaginary part is smaller than this, relatively, is taken to be real."""


Complexes = NDArray[np.complex128]
Floats = NDArray[np.float64]


class NotRationalError(ValueError):
    """The formula is not a rational function with small integer powers."""


class UnusableError(SaidError):
    """The formula has no usable value here: undefined, complex where real is meant, or too large."""


def in_field(node: Node, at: Mapping[str, int]) -> int:
    """The value of a rational formula modulo PRIME (Schwartz 1980, Zippel 1979).

    Raises NotRationalError for other formulas and UnusableError at a pole.
    """
    match node:
        case Number(value):
            return value.numerator * _inverse(value.denominator) % PRIME
        case Symbol(name):
            if name not in at:
                raise NotRationalError(name)
            return at[name]
        case Negate(operand):
            return -in_field(operand, at) % PRIME
        case Binary("^", base, exponent):
            power = _small_integer(exponent)
            raised = pow(in_field(base, at), abs(power), PRIME)
            return raised if power >= 0 else _inverse(raised)
        case Binary(operator, left, right):
            a, b = in_field(left, at), in_field(right, at)
            if operator == "/":
                return a * _inverse(b) % PRIME
            return (a + b if operator == "+" else a - b if operator == "-" else a * b) % PRIME
    raise NotRationalError("function")


def _inverse(value: int) -> int:
    if value % PRIME == 0:
        raise UnusableError(sentence("It divides by zero."))
    return pow(value, -1, PRIME)


def _small_integer(node: Node) -> int:
    match node:
        case Number(value) if value.denominator == 1 and value <= MAX_FIELD_EXPONENT:
            return int(value)
        case Negate(operand):
            return -_small_integer(operand)
    raise NotRationalError("exponent")


def in_floats(node: Node, at: Mapping[str, Complexes], count: int) -> Complexes:
    """The values at `count` points at once, in complex floats; NaN where the formula has no usable value."""
    with np.errstate(all="ignore"):
        values = np.broadcast_to(_quick(node, at), (count,)).copy()
    values[~np.isfinite(values)] = np.nan
    return values


def _quick(node: Node, at: Mapping[str, Complexes]) -> Complexes:
    match node:
        case Number(value):
            return np.asarray(complex(value))
        case Symbol(name) if name in at:
            return at[name]
        case Symbol(name):
            return np.asarray(complex({"pi": math.pi, "e": math.e}[name]))
        case Negate(operand):
            return 0 - _quick(operand, at)
        case Binary(operator, left, right):
            return np.asarray(_QUICK_OPERATORS[operator](_quick(left, at), _quick(right, at)))
        case Apply("log", (x, base)):
            return np.asarray(_QUICK["log"](_quick(x, at)) / _QUICK["log"](_quick(base, at)))
        case Apply(name, arguments):
            return np.asarray(_QUICK[name](*(_quick(a, at) for a in arguments)) + 0j)


def _quick_power(a: Complexes, b: Complexes) -> Complexes:
    if b.ndim == 0 and abs(b) <= 64 and b == int(b.real):
        return np.asarray(a ** int(b.real))
    return np.where(b == 0, 1, np.where(a == 0, np.where(b.real > 0, 0, np.nan), np.exp(b * _quick_log(a))))


def _quick_log(x: Complexes) -> Complexes:
    # -0.0j lies on the other side of the branch cut: √(−1) must be i whatever the sign of zero
    return np.log(np.where(x == 0, np.nan, x.real + 1j * np.where(x.imag == 0, 0.0, x.imag)))


def _real_part(x: Complexes) -> Floats:
    return np.where(np.abs(x.imag) > REAL * (1 + np.abs(x.real)), np.nan, x.real)


_QUICK_OPERATORS: dict[str, Callable[[Complexes, Complexes], Complexes]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": _quick_power,
}
_QUICK: dict[str, Callable[..., Any]] = {
    **{name: getattr(np, name) for name in ("exp", "sin", "cos", "tan", "sinh", "cosh", "tanh")},
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "log": _quick_log,
    "sqrt": lambda x: np.sqrt(x.real + 1j * np.where(x.imag == 0, 0.0, x.imag)),
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "abs": lambda x: np.abs(_real_part(x)),
    "sign": lambda x: np.sign(_real_part(x)),
    "relu": lambda x: np.maximum(_real_part(x), 0),
    "floor": lambda x: np.floor(_real_part(x)),
    "ceil": lambda x: np.ceil(_real_part(x)),
    "max": lambda *xs: np.max(np.broadcast_arrays(*map(_real_part, xs)), axis=0),
    "min": lambda *xs: np.min(np.broadcast_arrays(*map(_real_part, xs)), axis=0),
}


Shake = Callable[[Any], Any]


def in_digits(node: Node, at: Mapping[str, float], digits: int = DIGITS, noise: random.Random | None = None) -> Any:
    """The value with `digits` decimal digits (an mpmath complex); raises UnusableError where there is none.

    With `noise`, every step's result is off by a random few hundred units of its last digit, far more than rounding does: how far
    the value moves shows how many of its digits a cancellation has left (Vignes 1993, stochastic arithmetic).
    """
    with mpmath.workdps(digits):
        shake = _shaking(noise, digits) if noise else _still
        try:
            value = mpmath.mpc(_walk(node, {k: mpmath.mpf(v) for k, v in at.items()}, shake))
        except (ArithmeticError, ValueError) as error:
            raise UnusableError(sentence("It is not defined.")) from error
        if not mpmath.isfinite(value):
            raise UnusableError(sentence("It is not finite."))
        return value


def _still(value: Any) -> Any:
    return value


def _shaking(noise: random.Random, digits: int) -> Shake:
    unit = mpmath.mpf(10) ** (SHAKEN - digits)
    return lambda value: value + value * (unit * noise.choice((-1, 1)) * noise.uniform(0.3, 1))


def _walk(node: Node, at: Mapping[str, Any], shake: Shake) -> Any:
    match node:
        case Number(value):
            return mpmath.mpf(value.numerator) / value.denominator if value.denominator != 1 else mpmath.mpf(int(value))
        case Symbol("pi") if "pi" not in at:
            return shake(+mpmath.pi)
        case Symbol("e") if "e" not in at:
            return shake(+mpmath.e)
        case Symbol(name):
            return at[name]
        case Negate(operand):
            return 0 - _walk(operand, at, shake)
        case Binary(operator, left, right):
            return shake(_binary(operator, _walk(left, at, shake), _walk(right, at, shake)))
        case Apply(function, arguments):
            return shake(_apply(function, [_walk(a, at, shake) for a in arguments]))


def _binary(operator: str, a: Any, b: Any) -> Any:
    if operator == "+":
        return a + b
    if operator == "-":
        return a - b
    if operator == "*":
        return a * b
    if operator == "/":
        if b == 0:
            raise UnusableError(sentence("It divides by zero."))
        return a / b
    return _power(a, b)


def _power(a: Any, b: Any) -> Any:
    if b == 0:
        return mpmath.mpf(1)
    if a == 0:
        if b.real <= 0:
            raise UnusableError(sentence("It raises zero to a negative power."))
        return a
    if b.imag == 0 and b.real == int(b.real) and abs(b.real) <= 64:
        return a ** int(b.real)
    if b == HALF:
        return mpmath.sqrt(a)
    return _exp(b * _log(a))


def _exp(x: Any) -> Any:
    if abs(x) > MAX_LOG:
        raise UnusableError(sentence("It is too large."))
    return mpmath.exp(x)


def _log(x: Any) -> Any:
    if x == 0:
        raise UnusableError(sentence("It takes the logarithm of zero."))
    # -0.0j lies on the other side of the branch cut: √(−1) must be i whatever the sign of zero
    return mpmath.log(x.real if x.imag == 0 and x.real > 0 else x if x.imag != 0 else x.real + 0j)


def _real(x: Any) -> Any:
    if abs(x.imag) > REAL * (1 + abs(x.real)):
        raise UnusableError(sentence("It is complex where a real number is meant."))
    return x.real


def _apply(name: str, xs: list[Any]) -> Any:
    x = xs[0]
    if name == "exp":
        return _exp(x)
    if name == "log":
        return _log(x) if len(xs) == 1 else _binary("/", _log(x), _log(xs[1]))
    if name == "sqrt":
        return mpmath.sqrt(x)
    if name == "sigmoid":
        return 1 / (1 + _exp(0 - x))
    if name in ("abs", "sign", "max", "min", "relu", "floor", "ceil"):
        return _on_reals(name, [_real(v) for v in xs])
    if abs(x) > (MAX_ANGLE if name in ("sin", "cos", "tan") else MAX_LOG):
        raise UnusableError(sentence("It is too large."))
    return getattr(mpmath, name)(x)


def _on_reals(name: str, xs: list[Any]) -> Any:
    x = xs[0]
    if name in ("floor", "ceil"):
        if abs(x) > MAX_ANGLE:
            raise UnusableError(sentence("It is too large."))
        return mpmath.floor(x) if name == "floor" else mpmath.ceil(x)
    if name == "sign":
        return mpmath.sign(x)
    return {"abs": abs(x), "max": max(xs), "min": min(xs), "relu": max(x, 0 * x)}[name]
