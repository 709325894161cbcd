"""A report as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from greenroom.content.items import LoadedItem
from greenroom.content.models import Bug, Coding, Debug, Mutant
from greenroom.judge.overheard import absent
from greenroom.judge.types import Report, TestResult
from greenroom.record.models import Event
from greenroom.rooms.coding import reports
from greenroom.rooms.coding.models import Submission
from greenroom.rooms.coding.values import Shown, side_by_side
from greenroom.rooms.coding.words import ADVICE, CAUSES, TIERS, VERDICTS, told

FAILING = 3


@dataclass(frozen=True, slots=True)
class Case:
    """One test, opened or not. `cause` is the kind of mistake, `message` tells it; `absent` is what is not defined."""

    result: TestResult
    name: str
    cause: str
    message: str
    absent: str
    expected: list[Shown]
    actual: list[Shown]
    bug: Bug | None = None

    @property
    def good(self) -> bool:
        return self.result.verdict == "AC"

    @property
    def words(self) -> str:
        return str(VERDICTS[self.result.verdict])

    @property
    def told(self) -> bool:
        """Whether there is anything to see inside."""
        r = self.result
        return bool(r.input or r.expected or r.actual or r.stdout or r.raised or r.mismatch)


def preliminary(submission: Submission) -> dict[str, Any]:
    """The report as it stands: the whole one, or the verdict's while the explanation is being looked for."""
    if submission.report:
        return dict(submission.report)
    told = Event.objects.filter(
        candidate_id=submission.candidate_id, stream=submission.stream, kind="verdict"
    ).order_by("-id")
    event = told.first()
    return dict(event.payload.get("report") or {}) if event else {}


def context(submission: Submission, item: LoadedItem) -> dict[str, Any]:
    """What `coding/_report.html` shows."""
    data = preliminary(submission)
    report = reports.from_json(data) if data else None
    shown: dict[str, Any] = {"submission": submission, "item": item, "report": report}
    if report is None:
        return shown
    cases = [case_of(result, item) for result in report.tests]
    everything = submission.kind == Submission.Kind.RUN or item.kind == "debug"
    failing = [case for case in cases if not case.good and case.told]
    return shown | {
        "words": VERDICTS[report.verdict],
        "message": told(report),
        "advice": ADVICE.get(report.verdict, ""),
        "passed": reports.passed(report),
        "pips": [case.good for case in cases],
        "cases": cases if everything else failing[:FAILING],
        "smallest": case_of(report.smallest, item) if report.smallest else None,
        "misconception": _misconception(report, item),
    }


def case_of(result: TestResult, item: LoadedItem) -> Case:
    """One test with its values side by side."""
    model = item.item
    compare = model.compare if isinstance(model, Coding) else None
    expected, actual = side_by_side(
        result.expected, result.actual, rtol=compare.rtol if compare else 0, atol=compare.atol if compare else 0
    )
    bug = model.bugs.get(result.tier) if isinstance(model, Debug) else None
    name = "" if bug else str(TIERS.get(result.tier, result.tier))
    cause = str(CAUSES[result.mismatch.cause]) if result.mismatch else ""
    lacking = told(absent(result.raised)) if result.raised else ""
    return Case(result, name, cause, told(result.mismatch), lacking, expected, actual, bug)


def _misconception(report: Report, item: LoadedItem) -> Mutant | None:
    model = item.item
    if not isinstance(model, Coding) or report.misconception is None:
        return None
    return model.mutants.get(report.misconception)
