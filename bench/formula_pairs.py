"""Random pairs of formulas with known truth: equal rewrites, and mutations that an independent evaluator tells apart."""

from __future__ import annotations

import random
from fractions import Fraction

import mpmath

from greenroom.grading.formula.tree import Apply, Binary, Negate, Node, Number, Symbol, children, show

DOMAIN = {"x": (0.5, 3.0), "y": (-2.0, 2.0), "n": (1.0, 9.0), "p": (0.05, 0.95)}
UNARY = ("exp", "log", "sqrt", "tanh", "sin", "cos", "abs", "sigmoid")
ONE = Number(Fraction(1))
STEEPEST = 1e5
"""Exponentials and powers beyond e to this are no values here: a tower of them would never end."""


def expression(rng: random.Random, depth: int) -> Node:
    """A random formula over DOMAIN whose functions mostly have values there."""
    if depth == 0 or rng.random() < 0.15:
        if rng.random() < 0.65:
            return Symbol(rng.choice(list(DOMAIN)))
        return Number(Fraction(rng.randint(1, 12), rng.choice([1, 1, 1, 2, 10])))
    kind = rng.random()
    if kind < 0.7:
        operator = rng.choice("+-*/+*")
        return Binary(operator, expression(rng, depth - 1), expression(rng, depth - 1))  # type: ignore[arg-type]
    if kind < 0.8:
        return Binary("^", expression(rng, depth - 1), Number(Fraction(rng.randint(2, 4))))
    name = rng.choice(UNARY)
    inner = expression(rng, depth - 1)
    if name in ("log", "sqrt"):
        inner = Binary("+", ONE, Binary("^", inner, Number(Fraction(2))))
    return Apply(name, (inner,))


def rewrite(node: Node, rng: random.Random) -> Node:
    """An equal formula in another form: an identity is applied at random places."""
    match node:
        case Binary(op, a, b):
            node = Binary(op, rewrite(a, rng), rewrite(b, rng))
        case Negate(a):
            node = Negate(rewrite(a, rng))
        case Apply(f, xs):
            node = Apply(f, tuple(rewrite(x, rng) for x in xs))
    return _identity(node, rng) if rng.random() < 0.5 else node


def _identity(node: Node, rng: random.Random) -> Node:
    match node:
        case Binary("+", a, b):
            return rng.choice([Binary("+", b, a), Binary("-", a, Negate(b))])
        case Binary("-", a, b):
            return rng.choice([Binary("+", a, Negate(b)), Negate(Binary("-", b, a))])
        case Binary("*", a, Binary("+", b, c)):
            return Binary("+", Binary("*", a, b), Binary("*", a, c))
        case Binary("*", a, b):
            return Binary("*", b, a)
        case Binary("/", a, b):
            return Binary("*", a, Binary("^", b, Negate(ONE)))
        case Binary("^", a, Number(k)) if k == 2:
            return Binary("*", a, a)
        case Apply("sqrt", (a,)):
            return Binary("^", a, Number(Fraction(1, 2)))
        case Apply("exp", (Binary("+", a, b),)):
            return Binary("*", Apply("exp", (a,)), Apply("exp", (b,)))
        case Apply("sigmoid", (a,)):
            return Binary("/", ONE, Binary("+", ONE, Apply("exp", (Negate(a),))))
        case Apply("abs", (a,)):
            return Apply("sqrt", (Binary("*", a, a),))
    return rng.choice(
        [
            Binary("*", node, ONE),
            Negate(Negate(node)),
            Binary("/", Binary("*", Number(Fraction(3)), node), Number(Fraction(3))),
        ]
    )


def mutate(node: Node, rng: random.Random) -> Node:
    """One random change at one random place; usually a different function."""
    if not children(node) or rng.random() < 0.3:
        return _mistake(node, rng)
    match node:
        case Binary(op, a, b):
            return Binary(op, mutate(a, rng), b) if rng.random() < 0.5 else Binary(op, a, mutate(b, rng))
        case Negate(a):
            return Negate(mutate(a, rng))
        case Apply(f, xs):
            return Apply(f, (mutate(xs[0], rng), *xs[1:]))
    return node


def _mistake(node: Node, rng: random.Random) -> Node:
    match node:
        case Number(v):
            return Number(v + rng.choice([1, Fraction(1, 100), -Fraction(1, 2)]))
        case Binary(op, a, b):
            return rng.choice([Binary(rng.choice([o for o in "+-*/" if o != op]), a, b), Binary(op, b, a), a, b])
        case Apply(f, xs):
            return rng.choice([xs[0], Apply(rng.choice([g for g in UNARY if g != f]), xs), Negate(node)])
    return rng.choice(
        [Negate(node), Binary("*", Number(Fraction(2)), node), Binary("+", node, Number(Fraction(1, 1000)))]
    )


def independent(node: Node, at: dict[str, float]) -> mpmath.mpc | None:
    """The value by Python's own evaluator over mpmath with 250 digits, or None: shares no code with the checker."""
    names = {n: getattr(mpmath, n) for n in ("log", "sqrt", "tanh", "sin", "cos")}
    names |= {"abs": abs, "exp": _exp, "P": _power, "sigmoid": lambda v: 1 / (1 + _exp(-v))}
    names |= {"Q": lambda a, b: mpmath.mpf(a) / b}
    with mpmath.workdps(250):
        try:
            value = mpmath.mpc(
                eval(_python(node), {"__builtins__": {}}, names | {k: mpmath.mpf(v) for k, v in at.items()})
            )
        except (ArithmeticError, ValueError):
            return None
        return value if mpmath.isfinite(value) else None


def _exp(x: mpmath.mpc) -> mpmath.mpc:
    if abs(x) > STEEPEST:
        raise OverflowError
    return mpmath.exp(x)


def _power(base: mpmath.mpc, exponent: mpmath.mpc) -> mpmath.mpc:
    if base and abs(exponent * mpmath.log(base)) > STEEPEST:
        raise OverflowError
    return base**exponent


def _python(node: Node) -> str:
    match node:
        case Number(v):
            return f"Q({v.numerator},{v.denominator})"
        case Negate(a):
            return f"(-{_python(a)})"
        case Binary("^", a, b):
            return f"P({_python(a)},{_python(b)})"
        case Binary(op, a, b):
            return f"({_python(a)}{op}{_python(b)})"
        case Apply(f, xs):
            return f"{f}({','.join(map(_python, xs))})"
    return show(node)


def pair(seed: int) -> tuple[str, str, bool | None]:
    """(formula, other formula, whether they are equal); None when the truth could not be established."""
    rng = random.Random(seed)
    a = expression(rng, rng.randint(1, 4))
    equal = rng.random() < 0.5
    b = rewrite(a, rng) if equal else mutate(a, rng)
    return show(a), show(b), _truth(a, b, equal, rng)


def _truth(a: Node, b: Node, meant: bool, rng: random.Random) -> bool | None:
    met = 0
    for _ in range(12):
        at = {k: rng.uniform(lo, hi) for k, (lo, hi) in DOMAIN.items()}
        x, y = independent(a, at), independent(b, at)
        if x is None or y is None:
            continue
        met += 1
        if abs(x - y) > mpmath.mpf(10) ** -200 * (abs(x) + abs(y) + 1):
            return False if not meant else None
        if met == 3:
            return True if meant else None  # a mutation nobody can tell apart proves nothing
    return None
