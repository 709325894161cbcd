from __future__ import annotations

from django.db.models import TextChoices
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from greenroom.content.render import FIGURE
from greenroom.record.models import Candidate, ItemState
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.shelf import services
from greenroom.rooms.shelf.library import library

FIGURES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}


class Kind(TextChoices):
    CODING = "coding", _("Coding")
    DEBUG = "debug", _("Debugging")
    THEORY = "theory", _("Theory")
    PARAM = "param", _("Numbers")
    METHOD = "method", _("Methods")


@require_GET
def shelf(request: CandidateRequest) -> HttpResponse:
    """The library: the whole page, or only the list when a filter changed."""
    wish = services.Wish.of(request.GET.dict())
    context = {"wish": wish, "found": services.find(candidate=request.candidate, wish=wish)}
    if request.headers.get("HX-Request"):
        return render(request, "shelf/_list.html", context)
    context |= {
        "coverage": services.coverage(candidate=request.candidate),
        "kinds": Kind.choices,
        "roles": Candidate.Role.choices,
        "statuses": [(services.UNTOUCHED, _("Not tried yet")), *ItemState.Status.choices],
        "levels": range(1, 6),
    }
    return render(request, "shelf/shelf.html", context)


@require_GET
def find(request: CandidateRequest) -> HttpResponse:
    """The quick search's list."""
    wish = services.Wish(q=request.GET.get("q", "").strip()[:200])
    found = services.find(candidate=request.candidate, wish=wish) if wish.q else None
    return render(request, "shelf/_find.html", {"wish": wish, "rows": found.rows[:12] if found else []})


@require_GET
def figure(request: CandidateRequest, kind: str, slug: str, name: str) -> HttpResponse:
    """A figure of an item, by a name that the item's own file list knows."""
    item = library().get(f"{kind}/{slug}")
    if item is None or name not in item.files or not FIGURE.fullmatch(name):
        raise Http404
    return HttpResponse(item.path(name).read_bytes(), content_type=FIGURES[name.rpartition(".")[2]])
