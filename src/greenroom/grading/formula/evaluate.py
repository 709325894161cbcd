"""Values of a formula in three arithmetics: a prime field (exact identity), floats (fast), mpmath (certain)."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Mapping
from typing import Any

import mpmath

from .tree import Apply, Binary, Negate, Node, Number, Symbol

PRIME = 2**61 - 1
MAX_FIELD_EXPONENT = 10_000
DIGITS = 50
MAX_LOG = 1e5
"""Largest |log| of a power or exponential worked out; beyond it a point is unusable, not slow."""
MAX_ANGLE = 1e12


class NotRationalError(ValueError):
    """The formula is not a rational function with small integer powers."""


class UnusableError(ArithmeticError):
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
            value = in_field(base, at)
            return pow(value, power, PRIME) if power >= 0 else _inverse(pow(value, -power, PRIME))
        case Binary(operator, left, right):
            a, b = in_field(left, at), in_field(right, at)
            if operator == "/":
                return a * _inverse(b) % PRIME
            return (a + b if operator == "+" else a - b if operator == "-" else a * b) % PRIME
    raise NotRationalError("function")


def _inverse(value: int) -> int:
    if value % PRIME == 0:
        raise UnusableError("pole")
    return pow(value, -1, PRIME)


def _small_integer(node: Node) -> int:
    match node:
        case Number(value) if value.denominator == 1 and value <= MAX_FIELD_EXPONENT:
            return int(value)
        case Negate(operand):
            return -_small_integer(operand)
    raise NotRationalError("exponent")


def in_floats(node: Node, at: Mapping[str, float]) -> complex:
    """The value in complex floats; raises UnusableError where there is none."""
    try:
        value = _walk(node, at, _FLOAT)
    except (ArithmeticError, ValueError, OverflowError) as error:
        raise UnusableError(str(error)) from error
    if cmath.isnan(value) or cmath.isinf(value):
        raise UnusableError("not finite")
    return complex(value)


def in_digits(node: Node, at: Mapping[str, float], digits: int = DIGITS) -> Any:
    """The value with `digits` decimal digits (an mpmath complex); raises UnusableError where there is none."""
    with mpmath.workdps(digits):
        try:
            value = mpmath.mpc(_walk(node, {k: mpmath.mpf(v) for k, v in at.items()}, _DIGITS))
        except (ArithmeticError, ValueError, OverflowError) as error:
            raise UnusableError(str(error)) from error
        if not mpmath.isfinite(value):
            raise UnusableError("not finite")
        return value


class _Arithmetic:
    """One set of elementary functions; both instances share the walk and the guards."""

    def __init__(self, lib: Any, number: Callable[[Any], Any], pi: Callable[[], Any], e: Callable[[], Any]) -> None:
        self.lib, self.number, self.pi, self.e = lib, number, pi, e


_FLOAT = _Arithmetic(cmath, lambda f: complex(f), lambda: complex(math.pi), lambda: complex(math.e))
_DIGITS = _Arithmetic(mpmath, lambda f: mpmath.mpf(f.numerator) / f.denominator, lambda: +mpmath.pi, lambda: +mpmath.e)


def _walk(node: Node, at: Mapping[str, Any], ar: _Arithmetic) -> Any:
    match node:
        case Number(value):
            return ar.number(value)
        case Symbol("pi") if "pi" not in at:
            return ar.pi()
        case Symbol("e") if "e" not in at:
            return ar.e()
        case Symbol(name):
            return at[name]
        case Negate(operand):
            return 0 - _walk(operand, at, ar)
        case Binary(operator, left, right):
            return _binary(operator, _walk(left, at, ar), _walk(right, at, ar), ar)
        case Apply(function, arguments):
            return _apply(function, [_walk(a, at, ar) for a in arguments], ar)


def _binary(operator: str, a: Any, b: Any, ar: _Arithmetic) -> Any:
    if operator == "+":
        return a + b
    if operator == "-":
        return a - b
    if operator == "*":
        return a * b
    if operator == "/":
        if b == 0:
            raise UnusableError("division by zero")
        return a / b
    return _power(a, b, ar)


def _power(a: Any, b: Any, ar: _Arithmetic) -> Any:
    if b == 0:
        return ar.number(_ONE)
    if a == 0:
        if b.real <= 0:
            raise UnusableError("zero to a negative power")
        return a
    if b.imag == 0 and b.real == int(b.real) and abs(b.real) <= 64:
        return a ** int(b.real)
    return _exp(b * _log(a, ar), ar)


def _exp(x: Any, ar: _Arithmetic) -> Any:
    if abs(x) > MAX_LOG:
        raise UnusableError("too large")
    return ar.lib.exp(x)


def _log(x: Any, ar: _Arithmetic) -> Any:
    if x == 0:
        raise UnusableError("logarithm of zero")
    # -0.0j lies on the other side of the branch cut: √(−1) must be i whatever the sign of zero
    return ar.lib.log(x.real if x.imag == 0 and x.real > 0 else x if x.imag != 0 else x.real + 0j)


def _real(x: Any) -> Any:
    if abs(x.imag) > 1e-9 * (1 + abs(x.real)):
        raise UnusableError("complex where a real number is meant")
    return x.real


def _apply(name: str, xs: list[Any], ar: _Arithmetic) -> Any:
    x = xs[0]
    if name == "exp":
        return _exp(x, ar)
    if name == "log":
        return _log(x, ar) if len(xs) == 1 else _binary("/", _log(x, ar), _log(xs[1], ar), ar)
    if name == "sqrt":
        return x if x == 0 else _exp(_log(x, ar) / 2, ar)
    if name == "sigmoid":
        return 1 / (1 + _exp(0 - x, ar))
    if name in ("abs", "sign", "max", "min", "relu", "floor", "ceil"):
        return _on_reals(name, [_real(v) for v in xs], ar)
    if abs(x) > (MAX_ANGLE if name in ("sin", "cos", "tan") else MAX_LOG):
        raise UnusableError("too large")
    return getattr(ar.lib, name)(x)


def _on_reals(name: str, xs: list[Any], ar: _Arithmetic) -> Any:
    x = xs[0]
    if name in ("floor", "ceil"):
        if abs(x) > MAX_ANGLE:
            raise UnusableError("too large")
        return ar.number(_Whole(int(mpmath.floor(x) if name == "floor" else mpmath.ceil(x))))
    if name == "sign":
        return ar.number(_Whole((x > 0) - (x < 0)))
    value = {"abs": abs(x), "max": max(xs), "min": min(xs), "relu": max(x, 0 * x)}[name]
    return value + 0 * ar.number(_ONE)


class _Whole(int):
    """An int with a Fraction's numerator and denominator, so that both arithmetics take it."""


_ONE = _Whole(1)
