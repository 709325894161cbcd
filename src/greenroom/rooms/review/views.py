from __future__ import annotations

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from greenroom.record.requests import CandidateRequest
from greenroom.rooms.review import services
from greenroom.rooms.shelf.library import practice_url


@require_GET
def review(request: CandidateRequest) -> HttpResponse:
    """The queue of the day and what it is for."""
    return render(request, "review/review.html", {"queue": services.queue(candidate=request.candidate)})


@require_GET
def onward(request: CandidateRequest) -> HttpResponseBase:
    """To the first of the queue; back to the queue's page when it is empty."""
    item = services.next_item(candidate=request.candidate)
    return redirect(practice_url(item) if item else "review:review")
