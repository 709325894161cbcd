from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from greenroom.content.render import FIGURE
from greenroom.record.models import Candidate, ItemState
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.shelf import services
from greenroom.rooms.shelf.library import library

FIGURES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}

PAGES = (
    ("today:today", _("Today")),
    ("shelf:shelf", _("Shelf")),
    ("review:review", _("Memory")),
    ("atlas:atlas", _("Methods atlas")),
    ("atlas:concepts", _("Map of concepts")),
    ("today:settings", _("Settings")),
    ("today:welcome", _("Welcome")),
)
"""(URL name, title) of the pages that the quick search knows."""


@require_GET
def shelf(request: CandidateRequest) -> HttpResponse:
    """The library: the whole page, or only the list when a filter changed."""
    wish = services.Wish.of(request.GET.dict())
    context = {"wish": wish, "found": services.find(candidate=request.candidate, wish=wish)}
    if request.headers.get("HX-Request"):
        return render(request, "shelf/_list.html", context)
    context |= {
        "coverage": services.coverage(candidate=request.candidate),
        "kinds": services.Kind.choices,
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
    context = {
        "wish": wish,
        "rows": found.rows[:12] if found else [],
        "pages": [(reverse(name), title) for name, title in PAGES if _begins(title, wish.q)],
        "topics": services.topics_called(wish.q)[:3] if wish.q else [],
    }
    return render(request, "shelf/_find.html", context)


def _begins(title: Promise, words: str) -> bool:
    """Whether a word of the title begins as typed; a Chinese title has no spaces and may contain it anywhere."""
    name, typed = str(title).casefold(), words.casefold()
    return not typed or f" {name}".find(f" {typed}") >= 0 or (not typed.isascii() and typed in name)


@require_GET
def figure(request: CandidateRequest, kind: str, slug: str, name: str) -> HttpResponse:
    """A figure of an item, by a name that the item's own file list knows."""
    item = library().get(f"{kind}/{slug}")
    if item is None or name not in item.files or not FIGURE.fullmatch(name):
        raise Http404
    return HttpResponse(item.path(name).read_bytes(), content_type=FIGURES[name.rpartition(".")[2]])
