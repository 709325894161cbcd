"""The variant that a candidate is looking at."""

from __future__ import annotations

from typing import Any

from django.db import models

from greenroom.record.models import Candidate


class Put(models.Model):
    """A numeric question as it was put, with its values and its right answer: grading never depends on the generator again.

    `tries` counts wrong answers; an unreadable one costs nothing. `ended_at` is set when it was solved or given up.
    """

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    item = models.CharField(max_length=120)
    version = models.CharField(max_length=64)
    seed = models.BigIntegerField()
    variant: models.JSONField[Any, Any] = models.JSONField()
    put_at = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["candidate", "item", "-id"])]

    def __str__(self) -> str:
        return f"{self.item}#{self.seed}"
