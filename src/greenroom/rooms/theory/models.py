"""What a candidate is writing and has not handed in yet."""

from __future__ import annotations

from django.db import models

from greenroom.record.models import Candidate


class Draft(models.Model):
    """The words in the answer field, saved while they are typed. One a candidate and item."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    item = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    """When work on this answer began."""
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["candidate", "item"], name="one_answer_draft_an_item")]

    def __str__(self) -> str:
        return f"{self.item} ({len(self.text)})"
