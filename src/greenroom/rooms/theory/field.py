"""The field that an answer in words is written in, and what is said of an answer. Other rooms ask with it too."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from greenroom.content.items import LoadedItem
from greenroom.record.models import Attempt, Candidate
from greenroom.rooms.theory import grader, services, voices
from greenroom.rooms.theory.services import AnswerError


def context(*, candidate: Candidate, item: LoadedItem, draft_url: str, seconds: int) -> dict[str, Any]:
    """What `theory/_field.html` and its script show. `seconds` is how long saying it aloud may take."""
    grader.warm()
    written = services.draft(candidate=candidate, item=item)
    return {
        "draft": written,
        "grading": grader.state(),
        "voice": voices.available(),
        "longest": services.LONGEST,
        "seconds": seconds,
        "data": {
            "item": item.id,
            "savedAt": int(written.saved_at.timestamp() * 1000),
            "seconds": seconds,
            "urls": {
                "draft": draft_url,
                "preview": reverse("theory:preview"),
                "voice": reverse("theory:voice"),
            },
            "words": _words(),
        },
    }


def keep(*, candidate: Candidate, item: LoadedItem, text: str) -> JsonResponse:
    """Keep what was typed and tell the script."""
    try:
        services.save_draft(candidate=candidate, item=item, text=text)
    except AnswerError as error:
        return JsonResponse({"error": complaint(error)}, status=400)
    return JsonResponse({})


def mode(request: HttpRequest) -> str:
    """How the answer was given: `typed` or `oral`."""
    return "oral" if request.POST.get("mode") == "oral" else "typed"


def flags(attempt: Attempt) -> list[str]:
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


def complaint(error: AnswerError) -> str:
    """Why an answer was not taken, and what to do."""
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
