"""What a solution costs beside the reference: a ratio with an interval, never a percentile."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from greenroom.judge.author import Problem
from greenroom.judge.cases import Prepared
from greenroom.judge.repeat import Stopwatch
from greenroom.judge.session import Judge
from greenroom.judge.shrink import weight
from greenroom.judge.types import Script

ROUNDS = 9
CONFIDENCE = 0.961
"""Of the 2nd and the 8th of nine ordered values as an interval for the median: 1 - 2·(1 + 9)/2⁹."""
_LEAST = 0.01
_CPU = 20.0
_BEST_OF = 2


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU time over the reference's: the median of `ROUNDS` interleaved rounds and its interval of `CONFIDENCE`.

    `seconds` and `reference_s` are the best times of one call, on the largest test.
    """

    ratio: float
    low: float
    high: float
    seconds: float
    reference_s: float


def cost_of(judge: Judge, problem: Problem, source: str, tests: Sequence[Prepared]) -> Cost | None:
    """None when the program fails or is stopped while it is timed, or when a call is too quick to be seen."""
    largest = max((t for t in tests if t.case.tier == "large"), key=lambda t: weight(t.case.script), default=None)
    test = largest or max(tests, key=lambda t: weight(t.case.script))
    script = test.case.script
    reference = problem.source(problem.item.solutions[problem.reference].file)
    with (
        Stopwatch(judge, problem, source, cpu_s=_CPU) as mine,
        Stopwatch(judge, problem, reference, cpu_s=_CPU) as theirs,
    ):
        counts = [watch.once(script, _LEAST).times for watch in (mine, theirs)]
        if mine.broken or theirs.broken:
            return None
        rounds = [
            [_best(w, script, times) for w, times in zip((mine, theirs), counts, strict=True)] for _ in range(ROUNDS)
        ]
    ratios = sorted(a / b for a, b in rounds if b > 0 and math.isfinite(a))
    if len(ratios) < ROUNDS or ratios[0] <= 0:
        return None
    return Cost(median(ratios), ratios[1], ratios[-2], min(a for a, _ in rounds), min(b for _, b in rounds))


def _best(watch: Stopwatch, script: Script, times: int) -> float:
    """Seconds of one call: the best of a few runs, less the cost of handing the arguments over."""
    many = min(watch.run(script, times) for _ in range(_BEST_OF))
    one = min(watch.run(script, 1) for _ in range(_BEST_OF))
    return (many - one) / (times - 1)
