"""One test's verdict, and what a report makes of them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from greenroom.content.models import Compare
from greenroom.judge.author import Author, Problem
from greenroom.judge.cases import Prepared
from greenroom.judge.compare import compare_script
from greenroom.judge.describe import (
    describe,
    describe_call,
    describe_outcome,
    describe_raised,
    describe_script,
    printable,
)
from greenroom.judge.overheard import absent, stopped
from greenroom.judge.said import Said, sentence
from greenroom.judge.session import RunResult
from greenroom.judge.types import Cause, Mismatch, Opaque, Outcome, Script, TestResult, Verdict

_STEP = 60
"""Characters of a step that a message quotes."""
_TAMPERED = ("IE", "SV", "PE")


def judge_case(
    problem: Problem, author: Author | None, prepared: Prepared, outcomes: Sequence[Outcome]
) -> tuple[Verdict, int, Mismatch | None]:
    """AC, WA or RE; the step it was decided at; why. `author` is needed for items that check.py decides."""
    case, rule = prepared.case, problem.item.compare
    found = compare_script(case.expected, outcomes, rule, prepared.slack)
    if found is not None:
        step, mismatch = found
        crashed = step < len(outcomes) and outcomes[step].raised and not case.expected[step].raised
        return "RE" if crashed else "WA", step, mismatch
    last = len(case.expected) - 1
    if problem.checked and author is not None and not any(o.raised for o in case.expected):
        objection = _checked(author, case.script, outcomes, case.expected, rule)
        return "WA" if objection else "AC", last, objection
    return "AC", last, None


def _checked(
    author: Author, script: Script, actual: Sequence[Outcome], expected: Sequence[Outcome], rule: Compare
) -> Mismatch | None:
    if opaque := next((o.value for o in actual if has_opaque(o.value)), None):
        return Mismatch("type", sentence("The answer is of a type that cannot be judged."), None, "", describe(opaque))
    objection = author.verdict(script, actual, expected)
    cause: Cause = "statistical" if rule.kind == "distribution" else "value"
    if isinstance(objection, Said):
        return Mismatch(cause, objection)
    return Mismatch(cause, message=printable(objection)) if objection else None


def has_opaque(value: Any) -> bool:
    """Whether something in the value did not cross the wire as itself."""
    if isinstance(value, Opaque):
        return True
    if isinstance(value, dict):
        return any(has_opaque(v) for v in value.values())
    return isinstance(value, (list, tuple, set, frozenset)) and any(map(has_opaque, value))


def show(
    index: int,
    prepared: Prepared,
    outcomes: Sequence[Outcome],
    judged: tuple[Verdict, int, Mismatch | None],
    cpu_s: float = 0.0,
    *,
    texts: bool = True,
) -> TestResult:
    """The result as people see it; without `texts` only the verdict and why (texts cost more than most tests)."""
    verdict, step, mismatch = judged
    case = prepared.case
    actual = outcomes[step] if step < len(outcomes) else None
    bare = TestResult(index, case.tier, verdict, mismatch, actual.raised if actual else None, cpu_ms=1000 * cpu_s)
    if not texts:
        return bare
    return TestResult(
        index,
        case.tier,
        verdict,
        _placed(mismatch, case.script, step),
        bare.raised if verdict == "RE" else None,
        describe_script(case.script[: step + 1]),
        describe_outcome(case.expected[step]),
        describe_outcome(actual) if actual else "",
        printable("".join(o.stdout for o in outcomes)),
        bare.cpu_ms,
    )


def _placed(mismatch: Mismatch | None, script: Script, step: int) -> Mismatch | None:
    """The mismatch with the step's number, where a script has several."""
    if mismatch is None or len(script) == 1:
        return mismatch
    shown = " ".join(describe_call(script[step]).split())
    short = shown if len(shown) <= _STEP else f"{script[step].target}(…)"
    said = sentence("Step {step}, {call}: {what}", step=step + 1, call=short, what=mismatch.words)
    return replace(mismatch, said=said)


def show_stop(index: int, prepared: Prepared, result: RunResult) -> TestResult:
    """The test that was being run when the program was stopped."""
    case = prepared.case
    verdict = cast(Verdict, result.stop)
    shown = describe_script(case.script) if verdict != "IE" else ""
    return TestResult(index, case.tier, verdict, input=shown)


def overall(tests: Sequence[TestResult]) -> Verdict:
    """Tampering and the judge's own faults come before everything; else the first test that failed decides."""
    failed = [t.verdict for t in tests if t.verdict != "AC"]
    return next((v for v in failed if v in _TAMPERED), failed[0] if failed else "AC")


def summary(verdict: Verdict, tests: Sequence[TestResult], total: int, detail: str = "") -> Said:
    """One sentence for the head of a report."""
    if verdict == "AC":
        return sentence("All {total} tests passed.", total=total)
    passed = sum(t.verdict == "AC" for t in tests)
    first = next(t for t in tests if t.verdict == verdict)
    return sentence("{why} Passed {passed} of {total} tests.", why=_why(first, detail), passed=passed, total=total)


def _why(test: TestResult, detail: str) -> Said | str:
    if test.verdict == "WA" and test.mismatch:
        return test.mismatch.words
    if test.verdict == "RE" and test.raised:
        missing = absent(test.raised)
        return (
            sentence("{what}.", what=missing) if missing else sentence("{error}.", error=describe_raised(test.raised))
        )
    return stopped(test.verdict, detail)
