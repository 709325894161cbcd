"""Marks a run's tests as their outcomes arrive, and again where an item's own check or chance has a say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from greenroom.judge.author import Author, Problem
from greenroom.judge.cases import Prepared, answer_cases, seed_of
from greenroom.judge.session import Judge, RunResult
from greenroom.judge.types import Case, Outcome, TestResult
from greenroom.judge.verdicts import judge_case, show, show_stop

Retry = Callable[[Prepared], Sequence[Outcome]]
"""Runs the candidate's code once more, in a fresh child, on another test."""


class Marking:
    """One run's results, in the tests' order. `shown` failing tests get texts; None gives them to all tests."""

    def __init__(
        self,
        judge: Judge,
        problem: Problem,
        tests: Sequence[Prepared],
        on_test: Callable[[TestResult], None],
        shown: int | None,
    ) -> None:
        self._judge = judge
        self._problem = problem
        self._tests = tests
        self._on_test = on_test
        self._shown = shown
        self._failed = 0
        self._results: list[TestResult] = []

    def take(self, index: int, outcomes: Sequence[Outcome]) -> None:
        """Mark the next test by comparison alone. A test that is run again, its child being lost, is marked once."""
        if index == len(self._results):
            self._mark(index, outcomes, None, None)

    def finish(self, result: RunResult, retry: Retry) -> tuple[TestResult, ...]:
        """Mark what is left, add the test that stopped the program, fill in the times."""
        if self._problem.checked:
            with Author(self._judge, self._problem) as author:
                for index, outcomes in enumerate(result.outcomes):
                    self._mark(index, outcomes, author, retry)
        if result.stop != "ok":
            at = min(len(self._results), len(self._tests) - 1)
            self._results[at:] = [show_stop(at, self._tests[at], result)]
            self._on_test(self._results[at])
        timed = zip(self._results, result.cpu_s, strict=False)
        rest = self._results[len(result.cpu_s) :]
        return (*(replace(test, cpu_ms=1000 * seconds) for test, seconds in timed), *rest)

    def _mark(self, index: int, outcomes: Sequence[Outcome], author: Author | None, retry: Retry | None) -> None:
        prepared = self._tests[index]
        judged = judge_case(self._problem, author, prepared, outcomes)
        if judged[0] == "WA" and author and retry and self._problem.item.compare.kind == "distribution":
            again = self._fresh(author, prepared)
            judged = min(judged, judge_case(self._problem, author, again, retry(again)), key=lambda j: j[0])
        failed = judged[0] != "AC"
        texts = self._shown is None or (failed and self._failed < self._shown)
        self._failed += failed
        self._results.append(show(index, prepared, outcomes, judged, texts=texts))
        self._on_test(self._results[-1])

    def _fresh(self, author: Author, prepared: Prepared) -> Prepared:
        """Another test of the same tier: what chance did once it will not do twice."""
        tier, seed = prepared.case.tier, seed_of(prepared.case.seed, "again", 0)
        return answer_cases(author, [Case(tier, seed, author.cases([(tier, seed)])[0])])[0]
