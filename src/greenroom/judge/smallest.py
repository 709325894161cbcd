"""The smallest input on which a submission still fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from greenroom.judge.author import Author, PackFault, Problem, limits_of
from greenroom.judge.cases import Prepared, answer_cases
from greenroom.judge.session import Judge, Session
from greenroom.judge.shrink import shrink, weight
from greenroom.judge.types import Case, Outcome, Script, TestResult
from greenroom.judge.verdicts import judge_case, show

_CRASHES = 3
"""Children that may be lost to inputs that hang or crash before the search gives up."""


def smallest(judge: Judge, problem: Problem, text: str, failing: Sequence[Prepared], seed: int) -> TestResult | None:
    """The shrunk test, confirmed in a fresh child; the smallest of the given ones when nothing smaller is confirmed.

    None for stochastic items: a smaller sample only fails more rarely.
    """
    if problem.item.compare.kind == "distribution":
        return None
    start = min(failing, key=lambda t: weight(t.case.script))
    with Author(judge, problem) as author, _Search(judge, problem, author, text, seed) as search:
        found = search.run(start)
        confirmed = search.confirm(found) if found is not start else None
        return confirmed or search.confirm(start)


class _Search:
    """Tries scripts on the reference and on the candidate, each in its own child."""

    def __init__(self, judge: Judge, problem: Problem, author: Author, text: str, seed: int) -> None:
        self._judge = judge
        self._problem = problem
        self._author = author
        self._text = text
        self._seed = seed
        self._session: Session | None = None
        self._crashes = 0
        self._like = ""

    def run(self, start: Prepared) -> Prepared:
        """The smallest test that fails in the same way as `start`: wrong, or raising the same exception."""
        self._like = self._way(start, self._outcomes([start.case.script])[0])
        script = shrink(start.case.script, lambda scripts: self._first_failing(start, scripts)) if self._like else ()
        if not script or script is start.case.script:
            return start
        return answer_cases(self._author, [Case(start.case.tier, start.case.seed, script)])[0]

    def confirm(self, test: Prepared) -> TestResult | None:
        """The test's result in a child that has seen nothing else; None when it passes there."""
        self._drop()
        outcomes = self._outcomes([test.case.script])[0]
        judged = judge_case(self._problem, self._author, test, outcomes)
        return None if judged[0] == "AC" or not outcomes else show(0, test, outcomes, judged)

    def __enter__(self) -> _Search:
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def _first_failing(self, start: Prepared, scripts: Sequence[Script]) -> int | None:
        if self._crashes > _CRASHES:
            return None
        try:
            allowed = [i for i, ok in enumerate(self._author.valid_scripts(scripts)) if ok]
            tests = self._prepared(start, [scripts[i] for i in allowed])
        except PackFault:
            return None
        outcomes = self._outcomes([t.case.script for t in tests])
        for i, test, got in zip(allowed, tests, outcomes, strict=False):
            if _ends(test) == _ends(start) and self._way(test, got) == self._like:
                return i
        return None

    def _prepared(self, start: Prepared, scripts: Sequence[Script]) -> tuple[Prepared, ...]:
        """Shrunk calls keep the original's slack: their numbers are no larger. The result is measured anew."""
        cases = [Case(start.case.tier, start.case.seed, script) for script in scripts]
        slack = start.slack if len(start.case.script) == 1 else ()
        return tuple(replace(t, slack=slack) for t in answer_cases(self._author, cases, measure=False))

    def _way(self, test: Prepared, outcomes: Sequence[Outcome]) -> str:
        """How a test fails, "" when it passes."""
        verdict, step, _ = judge_case(self._problem, self._author, test, outcomes) if outcomes else ("AC", 0, None)
        raised = outcomes[step].raised if verdict == "RE" else None
        return "" if verdict == "AC" else f"{verdict} {raised.type if raised else ''}"

    def _outcomes(self, scripts: Sequence[Script]) -> Sequence[Sequence[Outcome]]:
        if self._session is None:
            limits = limits_of(self._problem)
            self._session = self._judge.open(self._problem.item.profile, limits=limits, seed=self._seed)
            self._session.load(self._text)
        result = self._session.run(scripts, mutates=self._problem.item.compare.mutates)
        if result.stop != "ok":
            self._crashes += 1
            self._drop()
        return [*result.outcomes, *([()] * (len(scripts) - len(result.outcomes)))]

    def _drop(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None


def _ends(test: Prepared) -> str:
    """The exception that the reference ends with, if any: a shrunk test must not turn a value into an exception."""
    raised = test.case.expected[-1].raised
    return raised.type if raised else ""
