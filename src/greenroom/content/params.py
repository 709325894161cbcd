"""Variants of a numeric question: the values that a seed gives, the answer, and what each named slip would answer."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .drivers import driver, modules
from .items import LoadedItem
from .models import Answer
from .runner import RunError, Runner, profile_for

SECONDS = 10.0
"""CPU seconds for one batch of variants."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant. `other` is the answer by the second route; a slip that does not apply to these values answers None."""

    seed: int
    values: Mapping[str, Any]
    answer: Any
    other: Any
    slips: Mapping[str, Any]
    shown: Mapping[str, str]
    repeats: bool


def make_variants(
    runner: Runner, loaded: LoadedItem, seeds: Sequence[int], *, seconds: float = SECONDS
) -> list[Variant]:
    """Run the item's gen.py behind the judge's walls, for at most `seconds` of CPU time. Raises RunError."""
    files = modules(loaded, "gen")
    if "gen" not in files:
        raise RunError("gen.py is missing")
    try:
        profile = profile_for(files.values())
    except SyntaxError as problem:
        raise RunError(str(problem)) from None
    sources = {**files, "param_driver": driver("param_driver")}
    made = runner.run(profile, sources, "param_driver", "variants", (list(seeds),), seconds)
    if not isinstance(made, list) or len(made) != len(seeds):
        raise RunError("gen.py spoilt its own variants")
    return [_variant(seed, raw) for seed, raw in zip(seeds, made, strict=True)]


def _variant(seed: int, raw: Any) -> Variant:
    try:
        return Variant(
            seed=seed,
            values=_known(raw["values"]),
            answer=_known(raw["answer"]),
            other=_known(raw["other"]),
            slips={str(name): _known(value) for name, value in raw["slips"].items()},
            shown=dict(raw["shown"]),
            repeats=raw["values"] == raw["again"],
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise RunError(f"seed {seed}: make() must return a dict of plain values ({problem})") from None


def _known(value: Any) -> Any:
    """Undo what the driver did to fractions."""
    if isinstance(value, dict):
        return {key: _known(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        if len(value) == 3 and value[0] == "fraction":
            return Fraction(value[1], value[2])
        return [_known(inner) for inner in value]
    return value


def numbers(value: Any) -> list[float]:
    """All numbers of an answer, in order. Raises TypeError when something else is in it."""
    if isinstance(value, list):
        return [number for inner in value for number in numbers(inner)]
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction):
        raise TypeError(f"{value!r:.60} is no number")
    return [float(value)]


def shape(value: Any) -> tuple[int, ...]:
    """The shape of a nested list; () for a number."""
    return (
        (len(value), *shape(value[0])) if isinstance(value, list) and value else (0,) if isinstance(value, list) else ()
    )


def near(one: Any, other: Any, answer: Answer, *, slack: float = 1.0) -> bool:
    """Whether two answers agree within `slack` times the item's tolerance. Formulas are for `greenroom.grading`.

    Raises TypeError when a numeric answer is not made of numbers.
    """
    if answer.type == "choice":
        return bool(one == other)
    if answer.type == "set":
        return sorted(map(repr, one)) == sorted(map(repr, other))
    if shape(one) != shape(other):
        return False
    rtol, atol = slack * answer.rtol, slack * answer.atol
    return all(
        a == b or (math.isfinite(a) and math.isfinite(b) and abs(a - b) <= max(rtol * max(abs(a), abs(b)), atol))
        for a, b in zip(numbers(one), numbers(other), strict=True)
    )
