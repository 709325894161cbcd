from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from greenroom.content.items import LoadedItem
from greenroom.record import services as record
from greenroom.record.models import Attempt
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.atlas import maps, services
from greenroom.rooms.atlas import recall as recalling
from greenroom.rooms.coding.prose import markdown
from greenroom.rooms.shelf import services as shelf
from greenroom.rooms.shelf.library import ROOMS, content_language, item_url, library, topic_title
from greenroom.rooms.theory import field
from greenroom.rooms.theory.services import AnswerError

FIGURE = "figure.svg"
"""What `greenroom content draw` makes of figure.py, and lint compares with it."""


@require_GET
def atlas(request: CandidateRequest) -> HttpResponse:
    """All methods: the list, searched in either language, and the map of their lineage."""
    query = request.GET.get("q", "").strip()[:200]
    states = record.states(candidate=request.candidate)
    context = {
        "q": query,
        "found": [shelf.row(method, states) for method in services.methods(query)],
        "map": maps.lineage(services.methods()),
    }
    return render(request, "atlas/_list.html" if request.headers.get("HX-Request") else "atlas/atlas.html", context)


@require_GET
def method(request: CandidateRequest, slug: str) -> HttpResponse:
    """One method on one page."""
    item = _item(slug)
    model, lang = services.method(item), content_language()
    text = item.text(lang)
    links = services.lineage(services.methods())
    questions = [i for i in services.known(model.questions) if i.kind in ROOMS]
    context = {
        **_about(item),
        "state": record.states(candidate=request.candidate).get(item.id),
        "model": model,
        "figure": reverse("shelf:figure", kwargs={"kind": "method", "slug": slug, "name": FIGURE}),
        "summary": markdown(item, text["Summary"]),
        "pitfalls": markdown(item, text["Pitfalls"]),
        "when_not": markdown(item, text["When not to use it"]),
        "snippet": markdown(item, f"```python\n{item.read('snippet.py')}\n```"),
        "before": [(m, m.title(lang)) for m in services.known(a for a, b in links if b == item.id)],
        "after": [(m, m.title(lang)) for m in services.known(b for a, b in links if a == item.id)],
        "dated": services.aged(item, timezone.localdate()),
        "questions": [(q.title(lang), item_url(q), shelf.Kind(q.kind).label) for q in questions],
        "references": [(key, item.refs[key]) for key in item.item.refs if key in item.refs],
    }
    return render(request, "atlas/method.html", context)


@require_GET
def concepts(request: CandidateRequest) -> HttpResponse:
    """What must be known before what, and how far one has come."""
    coverage = shelf.coverage(candidate=request.candidate)
    return render(request, "atlas/concepts.html", {"map": maps.concepts(coverage), "coverage": coverage})


@require_GET
def recall(request: CandidateRequest, slug: str) -> HttpResponse:
    """What to say back, and the field to say it in."""
    return render(request, "atlas/recall.html", _asking(request, _item(slug)))


@require_POST
def recall_draft(request: CandidateRequest, slug: str) -> HttpResponse:
    return field.keep(candidate=request.candidate, item=_item(slug), text=request.POST.get("text", ""))


@require_POST
def recall_answer(request: CandidateRequest, slug: str) -> HttpResponseBase:
    """Grade what was said back and show what of the page it was."""
    item, text = _item(slug), request.POST.get("text", "")
    try:
        attempt = recalling.answer(candidate=request.candidate, item=item, text=text, mode=field.mode(request))
    except AnswerError as error:
        context = _asking(request, item) | {"complaint": field.complaint(error), "draft": {"text": text}}
        return render(request, "atlas/recall.html", context, status=400)
    return redirect("atlas:recalled", pk=attempt.pk)


@require_GET
def recalled(request: CandidateRequest, pk: int) -> HttpResponse:
    """What was said, and every sentence of the page as recalled, partly or not yet."""
    attempt = get_object_or_404(Attempt, pk=pk, candidate=request.candidate, item__startswith="method/")
    item = _item(attempt.item.removeprefix("method/"))
    names = {"summary": _("Summary"), "pitfalls": _("Pitfalls"), "when-not": _("When not to use it")}
    context = {
        **_about(item),
        "attempt": attempt,
        "percent": round(100 * (attempt.score or 0)),
        "flags": field.flags(attempt),
        "pieces": recalling.pieces(attempt),
        "parts": [(part, names[part], rows) for part, rows in recalling.rows(item=item, attempt=attempt)],
        "old_version": attempt.version != item.version,
    }
    return render(request, "atlas/recalled.html", context)


def _asking(request: CandidateRequest, item: LoadedItem) -> dict[str, Any]:
    """What the page to say it back on shows."""
    draft_url = reverse("atlas:recall-draft", kwargs={"slug": item.item.slug})
    return {
        **_about(item),
        **field.context(candidate=request.candidate, item=item, draft_url=draft_url, seconds=recalling.SECONDS),
        "task": recalling.task(),
        "earlier": recalling.answers(candidate=request.candidate, item=item)[:5],
    }


def _about(item: LoadedItem) -> dict[str, Any]:
    return {"item": item, "title": item.title(content_language()), "topic": topic_title(item.item.topic)}


def _item(slug: str) -> LoadedItem:
    item = library().get(f"method/{slug}")
    if item is None:
        raise Http404
    return item
