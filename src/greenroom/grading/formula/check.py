"""Are two formulas the same function on the declared domain? Three verdicts, and an honest fourth for unreadable input.

First an identity test over a prime field, which is exact for rational functions up to probability 10⁻¹⁵; otherwise seeded
points on the domain, floats first, every decision confirmed with 50 digits.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from . import evaluate
from .evaluate import NotRationalError, UnusableError, in_digits, in_field, in_floats
from .parse import FormulaError, parse
from .tree import Node, show, variables

Domain = Mapping[str, tuple[float, float]]

POINTS = 6
TRIES = 40
AGREE = 1e-30
DIFFER = 1e-12
"""Relative gaps at 50 digits: below AGREE two values are one, above DIFFER they are two; between, 150 digits decide whether the
gap is real or the remains of a cancellation."""


@dataclass(frozen=True, slots=True)
class FormulaVerdict:
    """`invalid` never costs an attempt: `message` and `position` say what could not be read. `echo` is what was understood."""

    verdict: Literal["equal", "different", "unsure", "invalid"]
    message: str = ""
    position: int | None = None
    echo: str = ""


def check_formula(typed: str, expected: str, domain: Domain) -> FormulaVerdict:
    """Compare a typed formula with the expected one. `domain` gives every variable's range (low, high)."""
    try:
        given = parse(typed, known=domain.keys())
    except FormulaError as error:
        return FormulaVerdict("invalid", str(error), error.position)
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
    agreed = one_sided = 0
    for _ in range(TRIES):
        at = {n: _draw(rng, *domain.get(n, (-3.0, 3.0))) for n in names}
        first, second = _usable(a, at), _usable(b, at)
        if first is None or second is None:
            one_sided += first is not second
            continue
        if agreed and _near(first, second) and agreed < POINTS - 3:
            agreed += 1  # floats agree again; only some points are worth 50 digits
            continue
        verdict = _confirm(a, b, at)
        if verdict == "different":
            return "different"
        agreed += verdict == "equal"
        if agreed >= POINTS:
            return "equal" if one_sided <= agreed else "unsure"
    return "equal" if agreed >= 3 and not one_sided else "unsure"


def _draw(rng: random.Random, low: float, high: float) -> float:
    return low + (high - low) * rng.uniform(0.02, 0.98)


def _usable(node: Node, at: Mapping[str, float]) -> complex | None:
    try:
        return in_floats(node, at)
    except UnusableError:
        return None


def _near(x: complex, y: complex) -> bool:
    return abs(x - y) <= 1e-9 * max(abs(x), abs(y), 1e-300)


def _confirm(a: Node, b: Node, at: Mapping[str, float]) -> Literal["equal", "different", "unsure"]:
    try:
        gap = _gap(a, b, at, evaluate.DIGITS)
        if AGREE < gap <= DIFFER:
            gap = _gap(a, b, at, 3 * evaluate.DIGITS)
    except UnusableError:
        return "unsure"
    return "equal" if gap <= AGREE else "different"


def _gap(a: Node, b: Node, at: Mapping[str, float], digits: int) -> float:
    """Relative difference of the two values; both nearly zero counts as none."""
    x, y = in_digits(a, at, digits), in_digits(b, at, digits)
    scale = max(abs(x), abs(y))
    return 0.0 if scale < AGREE else float(abs(x - y) / scale)
