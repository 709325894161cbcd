"""Live events: a stream of the record as server-sent events."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase


def stream(request: HttpRequest, name: str) -> HttpResponseBase:
    raise Http404
