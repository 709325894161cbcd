"""The ledger of jobs. The row is the truth; whatever rings the bell carries its id and nothing else."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from greenroom.record.models import Candidate


class Job(models.Model):
    """One piece of work: queued → leased (until, worker, attempt) → done, or failed after too many leases."""

    class State(models.TextChoices):
        QUEUED = "queued"
        LEASED = "leased"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=40)
    payload: models.JSONField[Any, Any] = models.JSONField(default=dict)
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, null=True, related_name="jobs")
    background = models.BooleanField(default=False)
    """In no hurry: done by a worker of its own, one at a time in the whole installation, so that nothing waits for it."""
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    attempt = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=120, blank=True)
    until = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["background"], condition=Q(background=True, state="leased"), name="one_background_job_at_a_time"
            )
        ]
        indexes = [
            models.Index(fields=["kind", "id"], condition=Q(state="queued"), name="jobs_queued"),
            models.Index(fields=["until"], condition=Q(state="leased"), name="jobs_leased"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} {self.state}"
