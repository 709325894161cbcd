from __future__ import annotations

from typing import Any

from django.conf import settings as django_settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from greenroom.record import services as record
from greenroom.record.models import Candidate
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.today import forms, services


@require_GET
def today(request: CandidateRequest) -> HttpResponseBase:
    if not request.candidate.welcomed_at:
        return redirect("today:welcome")
    return render(request, "today/today.html", {"day": services.day(request.candidate)})


@require_http_methods(["GET", "POST"])
def welcome(request: CandidateRequest) -> HttpResponseBase:
    """The first run. Every question can be skipped, and so can the page."""
    form = forms.ProfileForm(request.POST or None)
    if request.method == "POST" and "skip" in request.POST:
        record.update_profile(candidate=request.candidate, welcomed_at=timezone.now())
        return redirect("today:today")
    if request.method == "POST" and form.is_valid():
        form.save(request.candidate)
        return redirect("today:today")
    return _form_page(request, "today/welcome.html", form)


@require_http_methods(["GET", "POST"])
def settings(request: CandidateRequest) -> HttpResponseBase:
    form = forms.SettingsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save(request.candidate)
        language = form.cleaned_data["language"]
        translation.activate(language)
        messages.success(request, _("Saved."))
        response = redirect("today:settings")
        response.set_cookie(django_settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 86400, samesite="Lax")
        return response
    return _form_page(request, "today/settings.html", form)


@require_POST
def theme(request: CandidateRequest) -> HttpResponse:
    chosen = request.POST.get("theme", "")
    if chosen not in Candidate.Theme.values:
        return JsonResponse({"error": _("There is no such theme.")}, status=400)
    record.update_profile(candidate=request.candidate, theme=chosen)
    return JsonResponse({})


@require_POST
def drop_interview(request: CandidateRequest, pk: int) -> HttpResponseBase:
    get_object_or_404(request.candidate.interviews, pk=pk).delete()
    messages.success(request, _("The interview is out of the diary."))
    return redirect("today:settings")


def _form_page(request: CandidateRequest, template: str, form: forms.ProfileForm) -> HttpResponse:
    candidate = request.candidate
    chosen: dict[str, Any] = form.data if form.is_bound else {}  # type: ignore[assignment]
    context = {
        "form": form,
        "roles": [(value, words, forms.ABOUT[value]) for value, words in Candidate.Role.choices],
        "domains": forms.Domain.choices,
        "weekdays": forms.WEEKDAYS,
        "keymaps": Candidate.Keymap.choices,
        "languages": django_settings.LANGUAGES,
        "role": chosen.get("role", candidate.role),
        "chosen_domains": form.data.getlist("domains") if form.is_bound else candidate.domains,  # type: ignore[attr-defined]
        "busy_days": [int(d) for d in form.data.getlist("busy_days") if d.isdecimal()]  # type: ignore[attr-defined]
        if form.is_bound
        else candidate.busy_days,
        "hours": chosen.get("hours_per_week", f"{candidate.hours_per_week:g}"),
        "interviews": candidate.interviews.filter(at__gte=timezone.now()),
        "min_date": timezone.localdate().isoformat(),
    }
    return render(request, template, context)
