"""What a step did against what it should have done: exception, value, arguments afterwards, print."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from greenroom.content.models import Compare
from greenroom.judge.compare.deep import deep
from greenroom.judge.compare.invariant import permuted, signed, unordered
from greenroom.judge.compare.numbers import Near, Slack, as_numbers
from greenroom.judge.describe import clip, describe, describe_outcome
from greenroom.judge.overheard import absent
from greenroom.judge.said import sentence
from greenroom.judge.types import Cause, Mismatch, Outcome, Raised

_INVARIANT = {"any-order": unordered, "sign": signed, "permutation": permuted}
_KNOWN: dict[str, type[BaseException]] = {
    name: kind
    for name in dir(builtins)
    if isinstance(kind := getattr(builtins, name), type) and issubclass(kind, BaseException)
}
_KNOWN["LinAlgError"] = np.linalg.LinAlgError


def compare(expected: Outcome, actual: Outcome, rule: Compare, slack: Slack = 0.0) -> Mismatch | None:
    """The first way in which `actual` is not the answer, or None when it is.

    `slack` is an absolute bound on the reference's own float64 error on this input (see `judge.cases`). The kinds
    `property`, `metric` and `distribution` are decided by the item's check.py: here only exceptions, arguments and print are.
    """
    if expected.raised or actual.raised:
        return _exceptions(expected, actual)
    near = Near.of(rule, slack)
    return (
        _value(expected.value, actual.value, rule, near)
        or (_arguments(expected, actual, rule, near) if rule.mutates else None)
        or (_stdout(expected.stdout, actual.stdout) if rule.stdout else None)
    )


def compare_script(
    expected: Sequence[Outcome], actual: Sequence[Outcome], rule: Compare, slack: tuple[Slack, ...] = ()
) -> tuple[int, Mismatch] | None:
    """The first step that differs, with its number from 0, or None. Fewer outcomes than expected are a mismatch.

    `slack` is one figure a step; () stands for zeros.
    """
    for step, wanted in enumerate(expected):
        if step >= len(actual):
            return step, Mismatch(
                "missing", sentence("The program stopped before this step."), None, describe_outcome(wanted), ""
            )
        if found := compare(wanted, actual[step], rule, slack[step] if slack else 0.0):
            return step, found
    return None


def _value(expected: Any, actual: Any, rule: Compare, near: Near | None) -> Mismatch | None:
    if rule.kind in ("property", "metric", "distribution"):
        return None
    judged = _INVARIANT.get(rule.kind, deep)
    found = judged(expected, actual, rule, near)
    if found and found.cause == "value" and judged is deep and _is_reordered(expected, actual, rule, near):
        said = sentence("The values are right, but their order is not. {what}", what=found.words)
        return replace(found, cause="order", said=said)
    return found


def _is_reordered(expected: Any, actual: Any, rule: Compare, near: Near | None) -> bool:
    """Whether a list of more than one element would be right in another order."""
    array = as_numbers(expected, sequences=True)
    if array is not None and (array.ndim != 1 or array.size < 2):
        return False
    if array is None and not (isinstance(expected, (list, tuple)) and len(expected) > 1):
        return False
    return unordered(expected, actual, rule, near) is None


def _exceptions(expected: Outcome, actual: Outcome) -> Mismatch | None:
    wanted, got = expected.raised, actual.raised
    cause: Cause = "exception"
    if wanted and got:
        if _is_kind_of(got, wanted):
            return None
        said = sentence(
            "The code raised {got}; {wanted} is the right exception here.", got=got.type, wanted=wanted.type
        )
    elif wanted:
        said = sentence("The code returned a value; it should raise {wanted} here.", wanted=wanted.type)
    elif got and (lacking := absent(got)):
        cause, said = "missing", lacking
    else:
        said = sentence("The code raised {got}; it should return a value here.", got=got.type if got else "")
    return Mismatch(cause, said, None, describe_outcome(expected), describe_outcome(actual))


def _is_kind_of(got: Raised, wanted: Raised) -> bool:
    """Same type, or a subclass as far as the names are the language's own."""
    if got.type == wanted.type:
        return True
    return got.type in _KNOWN and wanted.type in _KNOWN and issubclass(_KNOWN[got.type], _KNOWN[wanted.type])


def _arguments(expected: Outcome, actual: Outcome, rule: Compare, near: Near | None) -> Mismatch | None:
    # the slack was measured on the answer's components, which the arguments do not have
    found = deep(expected.args_after or (), actual.args_after or (), rule, replace(near, slack=0.0) if near else None)
    if found is None:
        return None
    if found.index:
        number = found.index[0] + 1
        said = sentence(
            "Argument {number} is not as it should be after the call. {what}", number=number, what=found.words
        )
    else:
        said = sentence("An argument is not as it should be after the call. {what}", what=found.words)
    return replace(found, cause="mutated", said=said)


def _stdout(expected: str, actual: str) -> Mismatch | None:
    """Trailing blanks and blank lines at the end do not count."""
    wanted, got = ([line.rstrip() for line in text.rstrip().split("\n")] for text in (expected, actual))
    if wanted == got:
        return None
    pairs = zip(wanted, got, strict=False)
    line = next((i for i, (e, a) in enumerate(pairs) if e != a), min(len(wanted), len(got)))
    shown = [describe(lines[line]) if line < len(lines) else "" for lines in (wanted, got)]
    said = sentence("What was printed differs in line {line}.", line=line + 1)
    return Mismatch("stdout", said, (line,), clip(shown[0], 400), shown[1])
