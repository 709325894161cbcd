"""The jobs of this room: judge what was handed in, tell the page as it happens, and write the record once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from greenroom.content.items import LoadedItem
from greenroom.jobs import Lease, handler
from greenroom.judge.author import PackFault
from greenroom.judge.overheard import failed
from greenroom.judge.session import JudgeError
from greenroom.judge.types import Report
from greenroom.record import services as record
from greenroom.record.models import Attempt
from greenroom.rooms.coding import closer, reports, sitting
from greenroom.rooms.coding.debugging import judge_bugs
from greenroom.rooms.coding.judges import judging
from greenroom.rooms.coding.models import Submission
from greenroom.rooms.coding.telling import Telling
from greenroom.rooms.shelf.library import library


def _gave_up(lease: Lease, error: str) -> None:
    submission = Submission.objects.get(pk=lease.payload["submission"])
    submission.state = Submission.State.FAILED
    submission.verdict = "IE"
    submission.report = reports.to_json(_failed(submission, error))
    submission.save()
    Telling(submission)("done")


@handler("judge", gave_up=_gave_up)
def judge(lease: Lease) -> Callable[[], None] | None:
    """Judge one submission. Doing it again gives the same report, because its seed was kept."""
    submission = Submission.objects.select_related("candidate").get(pk=lease.payload["submission"])
    item = library().get(submission.item)
    if item is None or submission.state != Submission.State.QUEUED:
        return None
    tell = Telling(submission)
    if lease.attempt > 1:
        tell("start", attempt=lease.attempt)
    try:
        report = _judge(submission, item, tell)
    except (JudgeError, PackFault) as error:
        report = _failed(submission, str(error))
        tell("verdict", **_words(report), more=False)
    return lambda: _write(submission, item, report)


def _failed(submission: Submission, error: str) -> Report:
    return Report("IE", submission.seed or 0, said=failed(error))


def _judge(submission: Submission, item: LoadedItem, tell: Telling) -> Report:
    if item.kind == "debug":
        report = judge_bugs(judging().judge, item, submission.code)
    elif submission.kind == Submission.Kind.RUN:
        report = judging().run(item, submission.code, inputs=submission.inputs.strip() or None)
    else:
        if submission.seed is None:
            submission.seed = judging().fresh_seed(item)
            submission.save(update_fields=["seed"])
        report = judging().submit(item, submission.code, seed=submission.seed, on_test=tell.test)
    tell.flush(report.total)
    explains = submission.kind == Submission.Kind.SUBMIT and item.kind == "coding" and report.verdict in {"WA", "RE"}
    explains = explains and bool(report.tests)
    tell("verdict", **_words(report), more=explains, report=reports.to_json(report) if explains else None)
    return judging().explain(item, submission.code, report) if explains else report


def _words(report: Report) -> dict[str, Any]:
    return {"verdict": report.verdict, "passed": reports.passed(report), "total": report.total}


def _write(submission: Submission, item: LoadedItem, report: Report) -> None:
    """The effect: the report on the submission, an attempt in the log, the closer look at what was accepted, and the last
    event, all in one transaction."""
    ended = timezone.now()
    now = sitting.read(candidate=submission.candidate, item=item.id)
    plain = reports.to_json(report)
    scored = submission.kind == Submission.Kind.SUBMIT and report.verdict != "IE"
    submission.attempt = record.append_attempt(
        candidate=submission.candidate,
        item=item.id,
        version=submission.version,
        kind=Attempt.Kind.SUBMIT if submission.kind == Submission.Kind.SUBMIT else Attempt.Kind.RUN,
        started_at=sitting.began(candidate=submission.candidate, item=item.id),
        ended_at=ended,
        given={"code": submission.code, "inputs": submission.inputs},
        seed=submission.seed or 0,
        result=_words(report),
        evidence={"report": plain, "hints": now.hints, "hint_cost": now.cost, "seconds": now.elapsed},
        verdict=report.verdict,
        score=reports.score(report) if scored else None,
    )
    submission.report, submission.verdict, submission.state = plain, report.verdict, Submission.State.JUDGED
    submission.save(update_fields=["report", "verdict", "state", "attempt"])
    closer.ask(submission=submission)
    Telling(submission)("done")


@handler("prepare")
def prepare(lease: Lease) -> None:
    """Make an item's tests ready while its statement is being read."""
    item = library().get(lease.payload["item"])
    if item is not None and item.kind == "coding":
        judging().prepare(item)
