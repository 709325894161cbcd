"""CPU time of one call, measured from outside: the same work repeated in a child, more and more often until it shows.

The difference of two repetition counts leaves out what loading, decoding and encoding cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Self

from greenroom.judge.author import Problem, arguments
from greenroom.judge.session import Judge, Limits, Session
from greenroom.judge.types import Op, Script

_DRIVER = """
import copy
import solution

def repeat(times, entry, made, fresh):
    for _ in range(times):
        given = copy.deepcopy(made) if fresh else made
        if isinstance(given, tuple):
            getattr(solution, entry)(*given)
        else:
            steps(given)

def steps(ops):
    bound = {}
    for op in ops:
        kind = next(k for k in ("new", "call", "get", "take") if k in op)
        head, *rest = op[kind].split(".")
        found = bound[head] if head in bound else getattr(solution, head)
        for name in rest:
            found = getattr(found, name)
        if kind == "take":
            value = [v for _, v in zip(range(op["n"]), found)]
        else:
            value = found if kind == "get" else found(*op.get("args", ()), **op.get("kwargs", {}))
        if "as" in op:
            bound[op["as"]] = value
"""
_MOST = 1 << 14


class Stopwatch:
    """A program in a child that can be timed. A context manager; spent after a limit was passed."""

    def __init__(self, judge: Judge, problem: Problem, source: str, *, cpu_s: float) -> None:
        self._problem = problem
        memory = problem.item.limits.memory_mb
        self._session: Session = judge.open(problem.item.profile, limits=Limits(cpu_s=cpu_s, memory_mb=memory))
        self.broken = self._session.load(source, extra={"driver": _DRIVER}) is not None

    def run(self, script: Script, times: int) -> float:
        """CPU seconds of a run with so many repetitions; infinity when the program failed or was stopped."""
        fresh = self._problem.item.compare.mutates
        op = Op("call", "repeat", (times, self._problem.item.entry, arguments(script), fresh))
        if self.broken:
            return float("inf")
        result = self._session.run([(op,)], module="driver")
        if result.stop != "ok" or result.outcomes[0][0].raised:
            self.broken = True
            return float("inf")
        return result.usage.cpu_s

    def once(self, script: Script, least: float) -> Timing:
        """The cost of one call, from enough calls to take `least` CPU seconds."""
        base, times = self.run(script, 1), 2
        total = self.run(script, times)
        while total - base < least and times < _MOST:
            times *= 2 if total - base > least / 4 else 4
            total = self.run(script, times)
        return Timing(max(total - base, 0.0) / (times - 1), times)

    def close(self) -> None:
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one call, and how many calls were needed to see it."""

    seconds: float
    times: int
