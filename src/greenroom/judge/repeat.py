"""CPU time of one call, in two ways: from outside, which a program cannot forge, and from inside, which is finer.

From outside, the difference of two repetition counts leaves out what loading, decoding and encoding cost. From inside, the
child's own clock times batches of calls; it is for figures that nobody but the candidate reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from greenroom.judge.author import Problem, arguments
from greenroom.judge.session import Judge, Limits, Session
from greenroom.judge.types import Op, Script

_DRIVER = """
import gc
import pickle
import time
import solution

def batches(entry, made, fresh, least, count):
    gc.disable()
    times, spent = 1, clock(1, entry, made, fresh)
    while spent < least:
        times = max(2 * times, int(1.2 * times * least / max(spent, 1e-7)))
        spent = clock(times, entry, made, fresh)
    found = [spent] + [clock(times, entry, made, fresh) for _ in range(count - 1)]
    gc.enable()
    return min(found) / times

def clock(times, entry, made, fresh):
    begun = time.thread_time()
    if fresh:
        blob = pickle.dumps(made)
        given = [pickle.loads(blob) for _ in range(times)]
        begun = time.thread_time()
        for one in given:
            call(entry, one)
    else:
        for _ in range(times):
            call(entry, made)
    return time.thread_time() - begun

def call(entry, given):
    if isinstance(given, tuple):
        getattr(solution, entry)(*given)
    else:
        steps(given)

def repeat(times, entry, made, fresh):
    blob = pickle.dumps(made) if fresh else b""
    for _ in range(times):
        call(entry, pickle.loads(blob) if fresh else made)

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
        """CPU seconds of a run with so many repetitions, from outside; infinity when the program failed or was stopped."""
        return self._driven("repeat", times, script)[1]

    def inside(self, script: Script, least: float, count: int) -> float:
        """CPU seconds of one call by the child's own clock: the best of `count` batches of at least `least` seconds."""
        value = self._driven("batches", script, least, count)[0]
        return value if type(value) is float and value > 0 else float("inf")

    def _driven(self, function: str, *args: Any) -> tuple[Any, float]:
        """The driver's answer and the CPU seconds it took; (None, infinity) when the program failed or was stopped."""
        if self.broken:
            return None, float("inf")
        item = self._problem.item
        given: list[Any] = []
        for arg in args:
            given += [item.entry, arguments(arg), item.compare.mutates] if isinstance(arg, tuple) else [arg]
        result = self._session.run([(Op("call", function, tuple(given)),)], module="driver")
        if result.stop != "ok" or result.outcomes[0][0].raised:
            self.broken = True
            return None, float("inf")
        return result.outcomes[0][0].value, result.usage.cpu_s

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
