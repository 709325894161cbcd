"""The type of a request whose candidate is known."""

from __future__ import annotations

from django.http import HttpRequest

from greenroom.record.models import Candidate


class CandidateRequest(HttpRequest):
    """What a view gets: `candidate` is set by the web's middleware and never None behind the login."""

    candidate: Candidate
