"""Which of an item's named mistakes answers exactly as the candidate did?"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from greenroom.content.models import Compare, Mutant
from greenroom.judge.author import Problem, limits_of
from greenroom.judge.cases import Prepared
from greenroom.judge.compare import compare_script
from greenroom.judge.session import Judge
from greenroom.judge.types import Outcome

Answers = tuple[tuple[Outcome, ...], ...]
_KEPT = 32
_ALIKE = Compare(kind="float", rtol=1e-6, atol=1e-9)


def run_mutant(judge: Judge, problem: Problem, mutant: Mutant, tests: Sequence[Prepared]) -> Answers:
    """What a named wrong solution answers; a prefix of the tests when it was stopped."""
    with judge.open(problem.item.profile, limits=limits_of(problem), role="author") as session:
        if session.load(problem.source(mutant.file)):
            return ()
        scripts = [t.case.script for t in tests]
        return session.run(scripts, mutates=problem.item.compare.mutates).outcomes


class Misconceptions:
    """The mutants' answers by item version and seed. Thread-safe."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._kept: OrderedDict[tuple[object, ...], dict[str, Answers]] = OrderedDict()
        self._lock = Lock()

    def name(
        self, problem: Problem, seed: int, tests: Sequence[Prepared], actual: Answers, failing: Sequence[int]
    ) -> str | None:
        """The mutant whose answers are the candidate's on every failing test; of several, the one that differs least on the
        others. None for stochastic items, where equal answers mean nothing."""
        if problem.item.compare.kind == "distribution" or not failing:
            return None
        rule = problem.item.compare if not problem.checked else _ALIKE
        best: tuple[int, str] | None = None
        for slug, answers in self._answers(problem, seed, tests).items():
            if not all(_alike(answers, actual, i, rule) for i in failing):
                continue
            apart = sum(not _alike(answers, actual, i, rule) for i in range(len(actual)))
            if best is None or apart < best[0]:
                best = apart, slug
        return best[1] if best else None

    def _answers(self, problem: Problem, seed: int, tests: Sequence[Prepared]) -> dict[str, Answers]:
        key = (problem.key, seed)
        with self._lock:
            if key in self._kept:
                return self._kept[key]
        wrong = {slug: m for slug, m in problem.item.mutants.items() if m.expect in ("WA", "RE")}
        found = {slug: run_mutant(self._judge, problem, mutant, tests) for slug, mutant in wrong.items()}
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found


def _alike(answers: Answers, actual: Answers, index: int, rule: Compare) -> bool:
    if index >= len(answers) or index >= len(actual) or len(answers[index]) != len(actual[index]):
        return False
    return compare_script(answers[index], actual[index], rule) is None
