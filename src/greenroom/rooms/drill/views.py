from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from greenroom.content.items import LoadedItem
from greenroom.record import services as record
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.coding.judges import judging
from greenroom.rooms.coding.prose import markdown
from greenroom.rooms.drill import services, words
from greenroom.rooms.drill.models import Put
from greenroom.rooms.shelf.library import content_language, library, topic_title


@require_GET
def question(request: CandidateRequest, slug: str) -> HttpResponse:
    """The variant on the table."""
    item = _item(slug)
    put = services.current(candidate=request.candidate, item=item, judge=judging().judge)
    return render(request, "drill/question.html", _context(request, item, put))


@require_POST
def another(request: CandidateRequest, slug: str) -> HttpResponseBase:
    services.another(candidate=request.candidate, item=_item(slug), judge=judging().judge)
    return redirect("drill:question", slug=slug)


@require_POST
def answer(request: CandidateRequest, slug: str, pk: int) -> HttpResponse:
    """The same page with the verdict."""
    item = _item(slug)
    put = get_object_or_404(Put, pk=pk, candidate=request.candidate, item=item.id)
    typed = request.POST.get("typed", "")
    context: dict[str, Any] = {"typed": typed}
    if put.ended_at is None:
        found, _ = services.answer(put=put, item=item, typed=typed)
        context |= {"found": found, "message": words.told(found), "slip": services.slip_of(item, found.slip)}
        context["echo"] = words.with_unit(found.echo, services.param(item).answer.unit)
    return render(request, "drill/question.html", _context(request, item, put) | context)


@require_POST
def give_up(request: CandidateRequest, slug: str, pk: int) -> HttpResponse:
    item = _item(slug)
    put = get_object_or_404(Put, pk=pk, candidate=request.candidate, item=item.id)
    if put.ended_at is None:
        services.give_up(put=put, item=item)
    return render(request, "drill/question.html", _context(request, item, put) | {"gave_up": True})


def _item(slug: str) -> LoadedItem:
    item = library().get(f"param/{slug}")
    if item is None:
        raise Http404
    return item


def _context(request: CandidateRequest, item: LoadedItem, put: Put) -> dict[str, Any]:
    lang = content_language()
    text = item.text(lang)
    model = services.param(item).answer
    return {
        "item": item,
        "put": put,
        "title": item.title(lang),
        "topic": topic_title(item.item.topic),
        "prompt": markdown(item, services.prompt(put, text["Prompt"])),
        "solution": markdown(item, services.prompt(put, text["Solution"])) if put.ended_at else "",
        "right_answer": services.written_answer(put, item) if put.ended_at else "",
        "model": model,
        "unit": words.unit(model.unit),
        "tolerance": words.tolerance(model),
        "state": record.states(candidate=request.candidate).get(item.id),
    }
