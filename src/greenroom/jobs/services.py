"""What rooms ask of jobs."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from greenroom.jobs import bell
from greenroom.jobs.models import Job
from greenroom.record.models import Candidate


def enqueue(*, kind: str, payload: dict[str, Any], candidate: Candidate | None = None, background: bool = False) -> Job:
    """Queue a job; the bell rings once the surrounding transaction is committed, so the worker finds the row.

    Those in the `background` are done one at a time, and no other job waits for them.
    """
    job = Job.objects.create(kind=kind, payload=payload, candidate=candidate, background=background)
    transaction.on_commit(lambda: bell.ring(job.pk))
    return job


def unfinished(*, kind: str, payload: dict[str, Any], candidate: Candidate) -> Job | None:
    """The candidate's job of this kind and payload that waits or is being done."""
    going = [Job.State.QUEUED, Job.State.LEASED]
    found = Job.objects.filter(candidate=candidate, kind=kind, state__in=going)
    return next((job for job in found if job.payload == payload), None)


def busy() -> bool:
    """Whether a job that somebody waits for is being done right now."""
    return Job.objects.filter(background=False, state=Job.State.LEASED, until__gt=timezone.now()).exists()
