"""What rooms ask of jobs."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from greenroom.jobs import bell
from greenroom.jobs.models import Job
from greenroom.record.models import Candidate


def enqueue(*, kind: str, payload: dict[str, Any], candidate: Candidate | None = None) -> Job:
    """Queue a job; the bell rings once the surrounding transaction is committed, so the worker finds the row."""
    job = Job.objects.create(kind=kind, payload=payload, candidate=candidate)
    transaction.on_commit(lambda: bell.ring(job.pk))
    return job
