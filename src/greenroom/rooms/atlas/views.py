from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from greenroom.content.items import LoadedItem
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.atlas import maps, services
from greenroom.rooms.coding.prose import markdown
from greenroom.rooms.shelf import services as shelf
from greenroom.rooms.shelf.library import ROOMS, content_language, item_url, library, topic_title

FIGURE = "figure.svg"
"""What `greenroom content draw` makes of figure.py, and lint compares with it."""


@require_GET
def atlas(request: CandidateRequest) -> HttpResponse:
    """All methods: the list, searched in either language, and the map of their lineage."""
    query = request.GET.get("q", "").strip()[:200]
    found = services.methods(query)
    context = {
        "q": query,
        "found": [(m, m.title(content_language()), topic_title(m.item.topic)) for m in found],
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
        "item": item,
        "title": item.title(lang),
        "topic": topic_title(item.item.topic),
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


def _item(slug: str) -> LoadedItem:
    item = library().get(f"method/{slug}")
    if item is None:
        raise Http404
    return item
