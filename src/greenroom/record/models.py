"""The truth and what is derived from it.

`Attempt` and `Event` are append-only: triggers in the database refuse UPDATE always, and DELETE except for a candidate
whose row stands in `Erasure`. `ItemState` is derived and may be thrown away and rebuilt.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Candidate(models.Model):
    """The person who prepares: one profile a user."""

    class Theme(models.TextChoices):
        SYSTEM = "system", _("As the system")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")

    class Keymap(models.TextChoices):
        DEFAULT = "default", _("Usual keys")
        VIM = "vim", "Vim"
        EMACS = "emacs", "Emacs"

    class Role(models.TextChoices):
        RESEARCH_SCIENTIST = "research-scientist", _("Research scientist")
        APPLIED_SCIENTIST = "applied-scientist", _("Applied scientist")
        RESEARCH_ENGINEER = "research-engineer", _("Research engineer")
        ML_ENGINEER = "ml-engineer", _("ML engineer")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="candidate")
    role = models.CharField(max_length=32, choices=Role, blank=True)
    domains = models.JSONField(default=list, blank=True)
    """Fields of work the candidate aims at, as free words: `["vision", "finance"]`."""
    language = models.CharField(max_length=16, choices=settings.LANGUAGES, blank=True)
    """The pages' language; empty means the browser's."""
    languages = models.JSONField(default=list, blank=True)
    """The languages the interviews may be held in: `["en", "zh-hans"]`."""
    hours_per_week = models.FloatField(default=6.0, validators=[MinValueValidator(0.5), MaxValueValidator(80)])
    theme = models.CharField(max_length=8, choices=Theme, default=Theme.SYSTEM)
    keymap = models.CharField(max_length=8, choices=Keymap, default=Keymap.DEFAULT)
    busy_days = models.JSONField(default=list, blank=True)
    """Weekdays without practice, Monday = 0."""
    time_zone = models.CharField(max_length=64, blank=True)
    welcomed_at = models.DateTimeField(null=True, blank=True)
    """When the first-run welcome was finished or skipped."""
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.user.get_username()


class Interview(models.Model):
    """A dated interview that practice aims at."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="interviews")
    at = models.DateTimeField()
    role = models.CharField(max_length=32, choices=Candidate.Role, blank=True)
    domains = models.JSONField(default=list, blank=True)
    employer = models.CharField(max_length=120, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.employer}".strip()


class Attempt(models.Model):
    """One thing a candidate did with an item, and what came of it. Never changed, never deleted on its own."""

    class Kind(models.TextChoices):
        RUN = "run", _("Run")
        SUBMIT = "submit", _("Submission")
        ANSWER = "answer", _("Answer")
        GIVE_UP = "give-up", _("Gave up")

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="attempts")
    item = models.CharField(max_length=120)
    version = models.CharField(max_length=64)
    """The content hash of the item at the time."""
    kind = models.CharField(max_length=16, choices=Kind)
    given: models.JSONField[Any, Any] = models.JSONField(default=dict)
    """What the candidate handed in: `{"code": ...}`."""
    seed = models.BigIntegerField(default=0)
    result: models.JSONField[Any, Any] = models.JSONField(default=dict)
    evidence: models.JSONField[Any, Any] = models.JSONField(default=dict)
    """Why the result is what it is, test by test or claim by claim."""
    verdict = models.CharField(max_length=16, blank=True)
    score = models.FloatField(null=True)
    """0 to 1; 1 solves the item. None when the attempt is not scored."""
    started_at = models.DateTimeField()
    """When work towards this attempt began: the end of the previous one of the same sitting, or the opening."""
    ended_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["candidate", "item", "id"])]

    def __str__(self) -> str:
        return f"{self.item} {self.kind} {self.verdict}".strip()


class Event(models.Model):
    """One thing that happened in a stream. Its id is the SSE event id, so a reader resumes and a replay is the same query."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="events")
    stream = models.CharField(max_length=120)
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    payload: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["stream", "id"]), models.Index(fields=["candidate", "id"])]

    def __str__(self) -> str:
        return f"{self.stream} {self.kind}"


class ItemState(models.Model):
    """Derived: where a candidate stands with an item. Equal after `rebuild()`."""

    class Status(models.TextChoices):
        TRIED = "tried", _("Tried")
        SOLVED = "solved", _("Solved")
        GAVE_UP = "gave-up", _("Given up")

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="states")
    item = models.CharField(max_length=120)
    status = models.CharField(max_length=8, choices=Status, default=Status.TRIED)
    attempts = models.PositiveIntegerField(default=0)
    """Scored attempts: submissions and answers, not runs."""
    best = models.FloatField(null=True)
    last_verdict = models.CharField(max_length=16, blank=True)
    last_at = models.DateTimeField(null=True)
    solved_at = models.DateTimeField(null=True)
    seconds = models.FloatField(default=0.0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["candidate", "item"], name="one_state_an_item")]

    def __str__(self) -> str:
        return f"{self.item} {self.status}"


class Erasure(models.Model):
    """Permission to delete one candidate's log, which exists only inside the transaction that erases."""

    candidate_id = models.BigIntegerField(unique=True)

    def __str__(self) -> str:
        return str(self.candidate_id)
