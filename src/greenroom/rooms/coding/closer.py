"""A closer look at accepted code: asked for once a submission, kept as an event of its stream, and read from there.

The attempt is appended with the verdict and stands; what is found afterwards is appended after it and changes neither.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from greenroom.jobs import services as jobs
from greenroom.jobs.models import Job
from greenroom.record.models import Event
from greenroom.rooms.coding.models import Submission

KIND = "closer"
"""The kind of the job and of the event that holds what it found."""
PROGRESS = "closer-progress"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a look stands. `found` is the event's payload once it is there, `progress` the latest while it is not; `after` is
    the id of the stream's last event that went into this."""

    waiting: bool
    found: dict[str, Any] = field(default_factory=dict)
    progress: dict[str, Any] = field(default_factory=dict)
    after: int = 0

    @property
    def state(self) -> str:
        """`waiting`, `done`, `failed`, or empty where nobody has asked."""
        if self.waiting:
            return "waiting"
        return ("done" if "look" in self.found else "failed") if self.found else ""


def cases() -> int:
    """With how many cases the code is compared; with 0 nobody looks closer."""
    return int(settings.CONFIG.closer_cases)


def possible(submission: Submission) -> bool:
    """Only what was submitted and accepted, in an exercise that has a reference."""
    accepted = submission.kind == Submission.Kind.SUBMIT and submission.verdict == "AC"
    return accepted and submission.item.startswith("coding/") and cases() > 0


def ask(*, submission: Submission) -> Job | None:
    """Queue a look behind everything that somebody waits for. The job that is under way, if one is; None where there is
    nothing to do: the look is there, or is not possible."""
    if not possible(submission) or standing(submission).state == "done":
        return None
    return _job(submission) or jobs.enqueue(
        kind=KIND, payload=_about(submission), candidate=submission.candidate, background=True
    )


def standing(submission: Submission) -> Standing:
    """Read the stream, and the ledger for what is not there yet."""
    of = Event.objects.filter(candidate_id=submission.candidate_id, stream=submission.stream, kind__in=[KIND, PROGRESS])
    last = of.order_by("-id").first()
    after = last.pk if last else 0
    waiting = _job(submission) is not None
    if last and last.kind == KIND:
        return Standing(waiting, dict(last.payload), after=after)
    return Standing(waiting, progress=dict(last.payload) if last else {}, after=after)


def _job(submission: Submission) -> Job | None:
    return jobs.unfinished(kind=KIND, payload=_about(submission), candidate=submission.candidate)


def _about(submission: Submission) -> dict[str, Any]:
    return {"submission": submission.pk}
