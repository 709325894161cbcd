"""Debugging exercises: each planted bug has its own check, and the report has one test a bug."""

from __future__ import annotations

from greenroom.content.items import LoadedItem
from greenroom.content.models import Debug
from greenroom.judge.overheard import stopped
from greenroom.judge.session import Judge, Limits
from greenroom.judge.types import Op, Report, TestResult, Verdict

_RUNNER = """
import check, solution

def verdicts():
    return [(str(name), bool(holds)) for name, holds in check.checks(solution)]
"""


def judge_bugs(judge: Judge, item: LoadedItem, source: str) -> Report:
    """Run the item's checks on the candidate's program. A bug that the checks did not reach counts as there."""
    model = item.item
    if not isinstance(model, Debug):
        raise TypeError(f"{item.id} is no debugging exercise")
    limits = Limits(cpu_s=model.limits.seconds, memory_mb=model.limits.memory_mb, output_kb=model.limits.output_kb)
    extra = {"check": item.read("check.py"), "runner": _RUNNER}
    with judge.open(model.profile, limits=limits) as session:
        if raised := session.load(source, extra=extra):
            return Report("RE", 0, message=_said(raised.type, raised.message, raised.trace), tier=judge.tier)
        result = session.run([(Op("call", "verdicts"),)], module="runner")
    outcome = result.outcomes[0][-1] if result.outcomes and result.outcomes[0] else None
    if outcome is None or outcome.raised:
        stop: Verdict = "RE" if result.stop == "ok" else result.stop
        raised = outcome.raised if outcome else None
        message = _said(raised.type, raised.message, raised.trace) if raised else ""
        said = None if raised else stopped(stop, result.message)
        return Report(stop, 0, total=len(model.bugs), message=message, said=said, usage=result.usage, tier=judge.tier)
    holds = dict(outcome.value)
    tests = tuple(
        TestResult(at, name, "AC" if holds.get(name) else "WA", stdout=outcome.stdout if at == 0 else "")
        for at, name in enumerate(model.bugs)
    )
    verdict: Verdict = "AC" if all(test.verdict == "AC" for test in tests) else "WA"
    return Report(verdict, 0, tests, len(tests), usage=result.usage, tier=judge.tier)


def _said(kind: str, message: str, trace: tuple[str, ...]) -> str:
    return "\n".join([f"{kind}: {message}" if message else kind, *trace])
