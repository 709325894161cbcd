"""The syntax tree of a typed formula: five node kinds, nothing that can run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Operator = Literal["+", "-", "*", "/", "^"]


@dataclass(frozen=True, slots=True)
class Number:
    """An exact rational constant: `0.1` is 1/10, not a float."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Symbol:
    """A variable, or one of the constants pi and e."""

    name: str


@dataclass(frozen=True, slots=True)
class Negate:
    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    operator: Operator
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Apply:
    """A function of the fixed table `FUNCTIONS` applied to its arguments."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Symbol | Negate | Binary | Apply

CONSTANTS = frozenset({"pi", "e"})

FUNCTIONS: dict[str, tuple[int, int]] = {
    "exp": (1, 1),
    "log": (1, 2),
    "sqrt": (1, 1),
    "abs": (1, 1),
    "sign": (1, 1),
    "max": (1, 8),
    "min": (1, 8),
    "sin": (1, 1),
    "cos": (1, 1),
    "tan": (1, 1),
    "sinh": (1, 1),
    "cosh": (1, 1),
    "tanh": (1, 1),
    "atan": (1, 1),
    "asin": (1, 1),
    "acos": (1, 1),
    "sigmoid": (1, 1),
    "relu": (1, 1),
    "floor": (1, 1),
    "ceil": (1, 1),
}
"""Name → least and most number of arguments. `log(x, b)` is the logarithm to base b; `log(x)` is natural."""


def children(node: Node) -> tuple[Node, ...]:
    """The node's direct operands."""
    match node:
        case Negate(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Apply(_, arguments):
            return arguments
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """Every node, parents first."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(children(current))


def variables(node: Node) -> frozenset[str]:
    """The free variables, constants excluded."""
    return frozenset(n.name for n in walk(node) if isinstance(n, Symbol)) - CONSTANTS


def show(node: Node) -> str:
    """The formula as it was understood, fully bracketed where precedence is not plain; parses back to the same tree."""
    match node:
        case Number(value):
            return str(value) if value.denominator == 1 and value >= 0 else f"({value})"
        case Symbol(name):
            return name
        case Negate(operand):
            return f"(-{show(operand)})"
        case Binary(operator, left, right):
            return f"({show(left)} {operator} {show(right)})"
        case Apply(function, arguments):
            return f"{function}({', '.join(show(a) for a in arguments)})"
