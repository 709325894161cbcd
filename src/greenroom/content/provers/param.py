"""A numeric question is proved by two hundred of its variants."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from greenroom.content import placeholders
from greenroom.content.findings import Finding, error, warning
from greenroom.content.items import LoadedItem
from greenroom.content.models import Answer, Param
from greenroom.content.params import Variant, make_variants, near, numbers
from greenroom.content.runner import RunError, Runner

from .theory import Report

SEEDS = 200
_EXACT = Answer(type="number", rtol=1e-6, atol=1e-9)
_TELLING = 0.5
"""The share of variants in which a slip must lead to another answer than the right one; in no more may it lead to
the same as another slip."""

Say = Callable[[Path, int, str, str], Finding]
SameFormula = Callable[[str, str, Mapping[str, tuple[float, float]]], bool]


class ParamProver:
    """Proves items of the kind `param`. `same_formula` says whether two formulas are equal on a domain."""

    kinds = ("param",)

    def __init__(self, runner: Runner, same_formula: SameFormula) -> None:
        self._runner = runner
        self._same_formula = same_formula

    def prove(self, loaded: LoadedItem, report: Report) -> None:
        """Report what does not hold for the seeds 0…199, each fault once with the first seed that shows it."""
        if not isinstance(loaded.item, Param):
            return
        gen = loaded.folder / "gen.py"
        try:
            variants = make_variants(self._runner, loaded, range(SEEDS))
        except RunError as problem:
            report(error(gen, 0, f"does not run: {problem}", "gen"))
            return
        try:
            for message in dict(self._faults(loaded.item, variants)).values():
                report(error(gen, 0, message, "gen"))
            for say, message in self._alike(loaded.item, variants):
                report(say(gen, 0, message, "gen"))
        except TypeError as problem:
            report(error(gen, 0, f"an answer of the type {loaded.item.answer.type} is expected: {problem}", "gen"))
            return
        _texts(loaded, variants, report)

    def _faults(self, item: Param, variants: list[Variant]) -> Iterator[tuple[str, str]]:
        """(what is wrong, the sentence for one seed), possibly many times; the last seed of each kind is the one told."""
        for v in reversed(variants):
            where = f"seed {v.seed}"
            if not v.repeats:
                yield "repeats", f"{where}: make() gives other values the second time; use only the given generator"
            if not self._same(v.answer, v.other, item.answer, exact=True):
                yield "routes", f"{where}: the two routes disagree: {v.answer!r:.60} and {v.other!r:.60}"
            for message in _out_of_bounds(v.answer, item.answer):
                yield "bounds", f"{where}: {message}"
            if v.slips.keys() != item.slips.keys():
                odd = ", ".join(sorted(v.slips.keys() ^ item.slips.keys()))
                yield "slips", f"SLIPS and item.toml's slips must have the same names; these differ: {odd}"
        distinct = len({json.dumps(v.values, sort_keys=True, default=str) for v in variants})
        if distinct < item.min_distinct:
            yield "distinct", f"only {distinct} different variants in {len(variants)}, {item.min_distinct} are wanted"
        for name in sorted(item.slips.keys() & variants[0].slips.keys()):
            telling = [
                v
                for v in variants
                if v.slips[name] is not None and not self._same(v.slips[name], v.answer, item.answer)
            ]
            if len(telling) < _TELLING * len(variants):
                yield (
                    f"slip {name}",
                    f"the slip {name} differs from the answer in only {len(telling)} of {len(variants)} variants",
                )

    def _alike(self, item: Param, variants: list[Variant]) -> Iterator[tuple[Say, str]]:
        """Pairs of slips of which feedback would name the wrong one: an error if they never differ, else a warning."""
        for one, other in combinations(sorted(item.slips.keys() & variants[0].slips.keys()), 2):
            pairs = [(v.slips[one], v.slips[other]) for v in variants if (v.slips[one], v.slips[other]) != (None, None)]
            met = [(a, b) for a, b in pairs if a is not None and b is not None]
            alike = sum(self._same(a, b, item.answer, slack=1.0) for a, b in met)
            if alike > _TELLING * len(variants):
                say = error if alike == len(pairs) else warning
                yield say, f"the slips {one} and {other} have the same value in {alike} of {len(variants)} variants"

    def _same(self, one: object, other: object, answer: Answer, *, exact: bool = False, slack: float = 2.0) -> bool:
        if answer.type == "formula":
            return self._same_formula(str(one), str(other), answer.domain)
        kind = _EXACT.model_copy(update={"type": answer.type}) if exact else answer
        return near(one, other, kind, slack=1.0 if exact else slack)


def _out_of_bounds(value: object, answer: Answer) -> Iterator[str]:
    if answer.type in ("formula", "choice", "set"):
        return
    for number in numbers(value):
        if not math.isfinite(number):
            yield f"the answer is {number}"
        elif answer.type == "integer" and number != int(number):
            yield f"the answer {number} is no whole number"
        elif (answer.least is not None and number < answer.least) or (answer.most is not None and number > answer.most):
            yield f"the answer {number:.6g} is outside {answer.least} … {answer.most}"


def _texts(loaded: LoadedItem, variants: list[Variant], report: Report) -> None:
    """Every placeholder has a value, and the prompt does not print the answer."""
    for lang, document in loaded.texts.items():
        file = loaded.folder / f"text.{lang}.md"
        for section, more in (("Prompt", set[str]()), ("Solution", {"answer"})):
            known = set(variants[0].values) | set(variants[0].shown) | more
            for name in sorted(placeholders.names(document[section]) - known):
                found = document.section(section)
                report(error(file, found.line if found else 0, f"{{{{ {name} }}}} has no value", "placeholder"))
                return
        given = sum(_gives_away(document["Prompt"], v) for v in variants)
        if given > len(variants) / 2:
            report(
                warning(file, 1, f"the prompt prints the answer in {given} of {len(variants)} variants", "placeholder")
            )


def _gives_away(prompt: str, variant: Variant) -> bool:
    if isinstance(variant.answer, list | str):
        return False
    asked = placeholders.fill(prompt, variant.values, variant.shown)
    return placeholders.printed(variant.answer) in asked.replace(",", " ").split()
