"""Are two formulas the same function on the declared domain? Three verdicts, and an honest fourth for unreadable input.

First an identity test over a prime field, which is exact for rational functions up to probability 10⁻¹⁵; otherwise seeded
points on the domain, spread so that every variable visits all of its range, decided with hundreds of digits.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from greenroom.content.said import Said, Worded

from . import evaluate
from .evaluate import NotRationalError, UnusableError, in_field, in_floats
from .parse import FormulaError, parse
from .point import same_at
from .tree import Apply, Binary, Node, Number, show, variables, walk

Domain = Mapping[str, tuple[float, float]]

CAREFUL = 6
"""Points compared with FEW digits; half as many are compared with MANY where values may be steep."""
QUICK = 12
"""Further points where floats that agree are believed."""
FEW, MANY = 60, 420
"""Digits for formulas of plain powers, roots and logarithms, and for those with exponentials: exp(400) hides a 1 in its 174th."""
STEEP = frozenset({"exp", "sigmoid", "tanh", "sinh", "cosh"})


@dataclass(frozen=True, slots=True)
class FormulaVerdict(Worded):
    """`invalid` never costs an attempt: `message` and `position` say what could not be read. `echo` is what was understood."""

    verdict: Literal["equal", "different", "unsure", "invalid"]
    said: Said | None = None
    message: str = ""
    position: int | None = None
    echo: str = ""


def check_formula(typed: str, expected: str, domain: Domain) -> FormulaVerdict:
    """Compare a typed formula with the expected one. `domain` gives every variable's range (low, high)."""
    try:
        given = parse(typed, known=domain.keys())
    except FormulaError as error:
        return FormulaVerdict("invalid", error.said, position=error.position)
    return FormulaVerdict(compare(given, parse(expected, known=domain.keys()), domain), echo=show(given))


def compare(a: Node, b: Node, domain: Domain) -> Literal["equal", "different", "unsure"]:
    """The verdict for two parsed formulas; deterministic in its arguments."""
    seed = hashlib.sha256(f"{show(a)}={show(b)}".encode()).digest()
    rng = random.Random(seed)
    names = sorted(variables(a) | variables(b) | set(domain))
    exact = _by_identity(a, b, names, rng)
    return exact if exact is not None else _by_sampling(a, b, names, domain, rng)


def _by_identity(a: Node, b: Node, names: list[str], rng: random.Random) -> Literal["equal", "different"] | None:
    agreed = 0
    for _ in range(6):
        at = {n: rng.randrange(1, evaluate.PRIME) for n in names}
        try:
            if in_field(a, at) != in_field(b, at):
                return "different"
        except NotRationalError:
            return None
        except UnusableError:
            continue
        agreed += 1
        if agreed == 2:
            return "equal"
    return None


def _by_sampling(
    a: Node, b: Node, names: list[str], domain: Domain, rng: random.Random
) -> Literal["equal", "different", "unsure"]:
    quick = list(_points(names, domain, QUICK, rng))
    columns = {n: np.array([at[n] for at in quick], dtype=complex) for n in names}
    first, second = in_floats(a, columns, QUICK), in_floats(b, columns, QUICK)
    one_sided = np.isnan(first) ^ np.isnan(second)
    far = np.abs(first - second) > 1e-9 * np.maximum(np.abs(first), np.abs(second))
    undefined = 0
    for index in np.flatnonzero(far | one_sided):
        verdict = same_at(a, b, quick[index], FEW)
        if verdict == "different":
            return "different"
        undefined += bool(one_sided[index]) and verdict == "unsure"
    agreed = 0
    for digits, count in ((FEW, CAREFUL), (MANY, CAREFUL // 2 if _steep(a) or _steep(b) else 0)):
        for at in _points(names, domain, count, rng):
            verdict = same_at(a, b, at, digits)
            if verdict == "different":
                return "different"
            agreed += verdict == "equal"
    return "equal" if agreed >= CAREFUL // 2 and undefined < QUICK // 4 else "unsure"


def _points(names: list[str], domain: Domain, count: int, rng: random.Random) -> Iterator[dict[str, float]]:
    """A Latin hypercube: every variable visits every one of `count` equal strata of its range once."""
    strata = {n: rng.sample(range(count), count) for n in names}
    for index in range(count):
        point = {}
        for name in names:
            low, high = domain.get(name, (-3.0, 3.0))
            point[name] = low + (high - low) * (strata[name][index] + rng.uniform(0.05, 0.95)) / count
        yield point


def _steep(node: Node) -> bool:
    """Whether values may be so large or so flat that differences hide far behind the point."""
    for part in walk(node):
        match part:
            case Apply(function, _) if function in STEEP:
                return True
            case Binary("^", _, exponent) if not (isinstance(exponent, Number) and abs(exponent.value) <= 4):
                return True
    return False
