"""After acceptance: thousands of fresh cases, beside the reference, in search of one that the hidden tests missed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from greenroom.judge.author import Author, Problem, limits_of
from greenroom.judge.cases import Prepared, answer_cases, seed_of
from greenroom.judge.session import Judge, Stop
from greenroom.judge.smallest import smallest
from greenroom.judge.types import Case, Outcome, TestResult
from greenroom.judge.verdicts import judge_case

CASES = 2000
_BATCH = 100
_TIERS = ("small", "edge")
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """How many cases agreed before the first that did not (`failing`, shrunk), or before the time was up.

    `differed` without `failing`: alone, in a fresh child, that case agrees. `stop` is how the program ended if it ended early.
    """

    cases: int
    seconds: float
    failing: TestResult | None = None
    differed: bool = False
    stop: Stop = "ok"


def fuzz(
    judge: Judge,
    problem: Problem,
    text: str,
    seed: int,
    *,
    cases: int = CASES,
    on_progress: Callable[[int], None] | None = None,
) -> Fuzzed:
    """Differential fuzzing against the reference. Statistical items are not fuzzed: by chance some tests would fail."""
    begun = time.monotonic()
    if problem.item.compare.kind == "distribution":
        return Fuzzed(0, 0.0)
    limits = replace(limits_of(problem), cpu_s=_SECONDS, output_kb=4096)
    done = 0
    stop: Stop = "ok"
    with Author(judge, problem) as author, judge.open(problem.item.profile, limits=limits, seed=seed) as session:
        if session.load(text):
            return Fuzzed(0, time.monotonic() - begun)
        while done < cases and time.monotonic() - begun < _SECONDS:
            tests = _batch(author, seed, done, min(_BATCH, cases - done))
            result = session.run([t.case.script for t in tests], mutates=problem.item.compare.mutates)
            for test, outcomes in zip(tests, result.outcomes, strict=False):
                if _differs(problem, author, test, outcomes):
                    found = smallest(judge, problem, text, [test], seed)
                    return Fuzzed(done, time.monotonic() - begun, found, differed=True)
                done += 1
            if on_progress:
                on_progress(done)
            stop = result.stop
            if stop != "ok":
                break
    return Fuzzed(done, time.monotonic() - begun, stop=stop)


def _batch(author: Author, seed: int, start: int, size: int) -> tuple[Prepared, ...]:
    numbers = range(start, start + size)
    places = [(tier, seed_of(seed, f"fuzz {tier}", i)) for i in numbers for tier in [_TIERS[i % len(_TIERS)]]]
    made = zip(places, author.cases(places), strict=True)
    return answer_cases(author, [Case(tier, number, script) for (tier, number), script in made], measure=False)


def _differs(problem: Problem, author: Author, test: Prepared, outcomes: Sequence[Outcome]) -> bool:
    """Whether the answer is wrong, also when the reference's own error is measured, which is dear, and rarely needed."""
    if judge_case(problem, author, test, outcomes)[0] == "AC":
        return False
    (measured,) = answer_cases(author, [test.case])
    return judge_case(problem, author, measured, outcomes)[0] != "AC"
