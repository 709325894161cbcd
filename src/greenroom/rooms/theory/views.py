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
from greenroom.rooms.theory import grader, services, voices
from greenroom.rooms.theory.services import AnswerError


@require_GET
def question(request: CandidateRequest, slug: str) -> HttpResponse:
    """The question and the field to answer in."""
    return render(request, "theory/question.html", _asking(request, _item(slug)))


def _asking(request: CandidateRequest, item: LoadedItem) -> dict[str, Any]:
    """What the page with the question shows."""
    grader.warm()
    written = services.draft(candidate=request.candidate, item=item)
    model, slug = services.theory(item), item.item.slug
    return {
        **_about(item),
        "draft": written,
        "earlier": services.answers(candidate=request.candidate, item=item)[:5],
        "grading": grader.state(),
        "voice": voices.available(),
        "data": {
            "item": item.id,
            "savedAt": int(written.saved_at.timestamp() * 1000),
            "seconds": model.oral_seconds,
            "urls": {
                "draft": reverse("theory:draft", kwargs={"slug": slug}),
                "preview": reverse("theory:preview"),
                "voice": reverse("theory:voice"),
            },
            "words": _words(),
        },
    }


@require_POST
def draft(request: CandidateRequest, slug: str) -> HttpResponse:
    try:
        services.save_draft(candidate=request.candidate, item=_item(slug), text=request.POST.get("text", ""))
    except AnswerError as error:
        return JsonResponse({"error": _complaint(error)}, status=400)
    return JsonResponse({})


@require_POST
def answer(request: CandidateRequest, slug: str) -> HttpResponseBase:
    """Grade what was written and go to the grade."""
    item, text = _item(slug), request.POST.get("text", "")
    mode = "oral" if request.POST.get("mode") == "oral" else "typed"
    try:
        attempt = services.answer(candidate=request.candidate, item=item, text=text, mode=mode)
    except AnswerError as error:
        context = _asking(request, item) | {"complaint": _complaint(error), "draft": {"text": text}}
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
        context = _graded(request, attempt, item) | {"complaint": _complaint(error)}
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
        "longest": services.LONGEST,
    }


def _graded(request: CandidateRequest, attempt: Attempt, item: LoadedItem) -> dict[str, object]:
    ask = services.next_ask(candidate=request.candidate, item=item, attempt=attempt)
    return {
        **_about(item),
        "attempt": attempt,
        "pieces": services.pieces(attempt),
        "judged": services.judged(item=item, attempt=attempt),
        "misconceptions": services.misconceptions(item=item, attempt=attempt),
        "flags": _flags(attempt),
        "dialogue": services.dialogue(candidate=request.candidate, item=item, attempt=attempt),
        "ask": ask,
        "model_answer": markdown(item, item.text(content_language())["Model answer"]),
        "percent": round(100 * (attempt.score or 0)),
        "old_version": attempt.version != item.version,
    }


def _flags(attempt: Attempt) -> list[str]:
    """What the guards say of an answer, in words."""
    words = {
        "empty": _("There is too little here to grade."),
        "injection": _("A sentence that speaks to a grader instead of an interviewer was left out."),
        "copied": _("This is mostly the question again."),
        "repeated": _("The same words come again and again; each counts once."),
        "soup": _("These are terms without statements. Say how they are connected."),
        "shuffled": _("The words do not form sentences. Say it as you would aloud."),
        "off-topic": _("This speaks of something else."),
    }
    return [words[name] for name in attempt.result.get("flags", []) if name in words]


def _complaint(error: AnswerError) -> str:
    if str(error) == "long":
        return _("The answer is longer than %(n)s characters. An interviewer would have stopped you: shorten it.") % {
            "n": services.LONGEST
        }
    return _("Write something first: even a half-remembered idea earns what is right in it.")


def _words() -> dict[str, str]:
    return {
        "unsaved": _("Not saved yet"),
        "saved": _("Saved at {time}"),
        "unreachable": _("Greenroom does not answer. Your words are kept in this browser."),
        "time": _("Time. Finish the sentence."),
        "listening": _("Listening…"),
        "writing": _("Turning speech into words…"),
    }
