from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from greenroom.content.items import LoadedItem
from greenroom.content.render import render as render_markdown
from greenroom.record.models import Attempt
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.coding.prose import markdown
from greenroom.rooms.shelf.library import content_language, library, topic_title
from greenroom.rooms.theory import field, grader, services, voices
from greenroom.rooms.theory.services import AnswerError


@require_GET
def question(request: CandidateRequest, slug: str) -> HttpResponse:
    """The question and the field to answer in."""
    return render(request, "theory/question.html", _asking(request, _item(slug)))


def _asking(request: CandidateRequest, item: LoadedItem) -> dict[str, Any]:
    """What the page with the question shows."""
    draft_url = reverse("theory:draft", kwargs={"slug": item.item.slug})
    seconds = services.theory(item).oral_seconds
    return {
        **_about(item),
        **field.context(candidate=request.candidate, item=item, draft_url=draft_url, seconds=seconds),
        "earlier": services.answers(candidate=request.candidate, item=item)[:5],
    }


@require_POST
def draft(request: CandidateRequest, slug: str) -> HttpResponse:
    return field.keep(candidate=request.candidate, item=_item(slug), text=request.POST.get("text", ""))


@require_POST
def answer(request: CandidateRequest, slug: str) -> HttpResponseBase:
    """Grade what was written and go to the grade."""
    item, text = _item(slug), request.POST.get("text", "")
    try:
        attempt = services.answer(candidate=request.candidate, item=item, text=text, mode=field.mode(request))
    except AnswerError as error:
        context = _asking(request, item) | {"complaint": field.complaint(error), "draft": {"text": text}}
        return render(request, "theory/question.html", context, status=400)
    return redirect("theory:graded", pk=attempt.pk)


@require_GET
def graded(request: CandidateRequest, pk: int) -> HttpResponse:
    """An answer with the words that earned each claim, what is missing, and the question that follows."""
    attempt, item = _attempt(request, pk)
    return render(request, "theory/graded.html", _graded(request, attempt, item))


@require_POST
def reply(request: CandidateRequest, pk: int) -> HttpResponseBase:
    attempt, item = _attempt(request, pk)
    try:
        services.reply(candidate=request.candidate, item=item, attempt=attempt, text=request.POST.get("text", ""))
    except AnswerError as error:
        context = _graded(request, attempt, item) | {"complaint": field.complaint(error)}
        return render(request, "theory/graded.html", context, status=400)
    return redirect(reverse("theory:graded", kwargs={"pk": pk}) + "#dialogue")


@require_POST
def dispute(request: CandidateRequest, pk: int) -> HttpResponseBase:
    """ "This was right": kept beside the grade."""
    attempt, item = _attempt(request, pk)
    claim = request.POST.get("claim", "")
    if claim not in {c.id for c in services.theory(item).claims}:
        raise Http404
    services.dispute(candidate=request.candidate, attempt=attempt, claim=claim)
    return redirect(reverse("theory:graded", kwargs={"pk": pk}) + f"#claim-{claim}")


@require_POST
def preview(request: CandidateRequest) -> HttpResponse:
    """The Markdown that is being written, as it will look."""
    return HttpResponse(render_markdown(request.POST.get("text", "")[: services.LONGEST]))


@require_POST
def voice(request: CandidateRequest) -> HttpResponse:
    """What was said, in words, by the recogniser that is installed here."""
    sound = request.FILES.get("sound")
    if sound is None or not voices.available():
        return JsonResponse({"error": _("No recogniser is installed here. Type the answer instead.")}, status=400)
    try:
        return JsonResponse({"text": voices.transcribe(sound.read(voices.LARGEST + 1), language=content_language())})
    except voices.Unheard:
        return JsonResponse({"error": _("Nothing could be understood. Speak again or type.")}, status=400)


def _item(slug: str) -> LoadedItem:
    item = library().get(f"theory/{slug}")
    if item is None:
        raise Http404
    return item


def _attempt(request: CandidateRequest, pk: int) -> tuple[Attempt, LoadedItem]:
    attempt = get_object_or_404(
        Attempt, pk=pk, candidate=request.candidate, item__startswith="theory/", score__isnull=False
    )
    return attempt, _item(attempt.item.removeprefix("theory/"))


def _about(item: LoadedItem) -> dict[str, object]:
    lang = content_language()
    return {
        "item": item,
        "title": item.title(lang),
        "topic": topic_title(item.item.topic),
        "question": markdown(item, item.text(lang)["Question"]),
    }


def _graded(request: CandidateRequest, attempt: Attempt, item: LoadedItem) -> dict[str, object]:
    ask = services.next_ask(candidate=request.candidate, item=item, attempt=attempt)
    return {
        **_about(item),
        "attempt": attempt,
        "pieces": services.pieces(attempt),
        "judged": services.judged(item=item, attempt=attempt),
        "misconceptions": services.misconceptions(item=item, attempt=attempt),
        "flags": field.flags(attempt),
        "dialogue": services.dialogue(candidate=request.candidate, item=item, attempt=attempt),
        "ask": ask,
        "model_answer": markdown(item, item.text(content_language())["Model answer"]),
        "percent": round(100 * (attempt.score or 0)),
        "longest": services.LONGEST,
        "old_version": attempt.version != item.version,
        "can_regrade": attempt.result.get("tier") == "rules" and grader.state() == "ready",
    }
