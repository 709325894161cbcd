"""What is in work: drafts, and the submissions on their way to a verdict. What is finished stands in the record."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from greenroom.record.models import Attempt, Candidate


class Draft(models.Model):
    """The text in the editor, one an item. Kept at every pause in typing."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="drafts")
    item = models.CharField(max_length=120)
    code = models.TextField(blank=True)
    inputs = models.TextField(blank=True)
    """The candidate's own test inputs."""
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["candidate", "item"], name="one_draft_an_item")]

    def __str__(self) -> str:
        return self.item


class Submission(models.Model):
    """Code handed in. The job's ledger holds the lease; this row holds what was handed in and, later, the report."""

    class Kind(models.TextChoices):
        RUN = "run", _("Run")
        SUBMIT = "submit", _("Submission")

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        JUDGED = "judged", _("Judged")
        FAILED = "failed", _("Not judged")

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="submissions")
    item = models.CharField(max_length=120)
    version = models.CharField(max_length=64)
    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    code = models.TextField()
    inputs = models.TextField(blank=True)
    seed = models.BigIntegerField(null=True)
    """Chosen when judging begins and kept, so that judging again gives the same report."""
    report: models.JSONField[Any, Any] = models.JSONField(default=dict)
    verdict = models.CharField(max_length=4, blank=True)
    attempt = models.ForeignKey(Attempt, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["candidate", "item", "-id"])]

    def __str__(self) -> str:
        return f"{self.item} {self.kind} {self.verdict or self.state}"

    @property
    def stream(self) -> str:
        """The live stream on which its tests and its verdict arrive."""
        return f"submission-{self.pk}"
