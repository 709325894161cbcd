"""The few pages that belong to no room: sign in and out, language, health."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from greenroom import __version__
from greenroom.record import services


@login_not_required
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Alive, for a supervisor or a start script. Says nothing about anyone."""
    return JsonResponse({"status": "ok", "version": __version__})


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponseBase:
    """Switch the language of the pages, keep it with the candidate, and go back to `next`."""
    language = request.POST.get("language", "")
    target = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    response = redirect(target)
    if language in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 86400, samesite="Lax")
        if candidate := getattr(request, "candidate", None):
            services.update_profile(candidate=candidate, language=language)
    return response


@require_GET
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every state, to look at when one is changed."""
    return render(request, "web/styleguide.html", {"levels": range(1, 6), "spaces": range(1, 9)})
