"""Who is here: the candidate behind a request, and the language they read."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from greenroom.record import services
from greenroom.record.models import Candidate
from greenroom.web.config import config

Handler = Callable[[HttpRequest], HttpResponseBase]


class CandidateMiddleware:
    """Set `request.candidate` (None for a visitor) and, in solo mode, sign in the one local candidate.

    The candidate's own language and time zone win over the browser's.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        candidate = _candidate(request)
        request.candidate = candidate  # type: ignore[attr-defined]
        if candidate is None:
            return self.get_response(request)
        if candidate.language:
            translation.activate(candidate.language)
            request.LANGUAGE_CODE = candidate.language
        with timezone.override(ZoneInfo(candidate.time_zone or config().time_zone)):
            return self.get_response(request)


def _candidate(request: HttpRequest) -> Candidate | None:
    if config().mode == "solo":
        candidate = services.solo_candidate()
        request.user = candidate.user
        return candidate
    if not request.user.is_authenticated:
        return None
    return services.candidate_of(user=request.user)
