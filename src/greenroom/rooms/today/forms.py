"""The profile as a person fills it in: at the first run in part, in the settings in full."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from greenroom.record import services as record
from greenroom.record.models import Candidate

WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]
ABOUT = {
    "research-scientist": _("New ideas. Proofs and papers, a research talk, maths on the board; coding is short."),
    "applied-scientist": _("Ideas into products. Modelling cases, experiments, statistics, and solid coding."),
    "research-engineer": _("Makes research run. Implementing models from memory, numerics, debugging, performance."),
    "ml-engineer": _("Keeps models in service. Data pipelines, system design, monitoring, production code."),
}


class Domain(TextChoices):
    LANGUAGE = "language", _("Language and LLMs")
    VISION = "vision", _("Vision")
    SPEECH = "speech", _("Speech and audio")
    RECOMMENDATION = "recommendation", _("Search and recommendation")
    ADS = "ads", _("Advertising")
    FINANCE = "finance", _("Finance")
    HEALTH = "health", _("Health and biology")
    ROBOTICS = "robotics", _("Robotics and driving")
    SCIENCE = "science", _("Science and climate")
    INFRASTRUCTURE = "infrastructure", _("Training infrastructure")


class ProfileForm(forms.Form):
    """Role, fields of work, time, and the first interview. Every question may be left open."""

    role = forms.ChoiceField(choices=Candidate.Role.choices, required=False)
    domains = forms.MultipleChoiceField(choices=Domain.choices, required=False)
    hours_per_week = forms.FloatField(min_value=0.5, max_value=80, initial=6.0)
    time_zone = forms.CharField(required=False)
    employer = forms.CharField(max_length=120, required=False)
    interview = forms.DateField(required=False)

    def clean_time_zone(self) -> str:
        """The browser tells it; a name we do not know is as good as none."""
        name: str = self.cleaned_data["time_zone"]
        return name if name in available_timezones() else ""

    def clean_interview(self) -> Any:
        date = self.cleaned_data["interview"]
        if date and date < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose today or a later day."))
        return date

    def save(self, candidate: Candidate) -> None:
        """Write the profile, and the interview when there is a date."""
        data = self.cleaned_data
        record.update_profile(
            candidate=candidate,
            role=data["role"],
            domains=data["domains"],
            hours_per_week=data["hours_per_week"],
            time_zone=data["time_zone"] or candidate.time_zone,
            **self.further(),
        )
        if date := data["interview"]:
            at = timezone.make_aware(datetime.combine(date, time(9)))
            record.add_interview(candidate=candidate, at=at, role=data["role"], employer=data["employer"])

    def further(self) -> dict[str, Any]:
        """What else this form sets."""
        return {"welcomed_at": timezone.now()}


class SettingsForm(ProfileForm):
    """Everything of the profile."""

    language = forms.ChoiceField(choices=settings.LANGUAGES)
    keymap = forms.ChoiceField(choices=Candidate.Keymap.choices)
    busy_days = forms.TypedMultipleChoiceField(choices=WEEKDAYS, coerce=int, required=False)

    def clean_busy_days(self) -> list[int]:
        days: list[int] = self.cleaned_data["busy_days"]
        if len(days) == 7:
            raise forms.ValidationError(_("Leave at least one day of the week free for practice."))
        return days

    def further(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("language", "keymap", "busy_days")}
