from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from greenroom.content.items import LoadedItem
from greenroom.content.models import EDITORIAL, Coding, Debug
from greenroom.jobs import services as jobs
from greenroom.record import services as record
from greenroom.record.models import Candidate
from greenroom.record.requests import CandidateRequest
from greenroom.rooms.coding import remarks, services, showing, sitting, words
from greenroom.rooms.coding.diffs import compare
from greenroom.rooms.coding.judges import judging
from greenroom.rooms.coding.models import Submission
from greenroom.rooms.coding.prose import markdown
from greenroom.rooms.shelf.library import content_language, library, topic_title


@require_GET
def room(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    """The coding room of one item."""
    item = _item(kind, slug)
    sitting.enter(candidate=request.candidate, item=item.id)
    jobs.enqueue(kind="prepare", payload={"item": item.id})
    context = {
        "item": item,
        "title": item.title(content_language()),
        "topic": topic_title(item.item.topic),
        "statement": markdown(item, item.text(content_language())["Statement"]),
        "refs": item.refs,
        "state": record.states(candidate=request.candidate).get(item.id),
        "keymaps": Candidate.Keymap.choices,
        "inputs": services.draft_of(candidate=request.candidate, item=item).inputs,
        "data": _data(request.candidate, item),
    }
    return render(request, "coding/room.html", context)


def _data(candidate: Candidate, item: LoadedItem) -> dict[str, Any]:
    draft = services.draft_of(candidate=candidate, item=item)
    clock = sitting.read(candidate=candidate, item=item.id)
    waiting = services.pending(candidate=candidate, item=item)
    at = {"kind": item.kind, "slug": item.item.slug}
    return {
        "item": item.id,
        "code": draft.code,
        "inputs": draft.inputs,
        "starter": services.starter(item),
        "savedAt": int(draft.updated_at.timestamp() * 1000) if draft.pk else 0,
        "minutes": item.item.minutes,
        "keymap": candidate.keymap,
        "pending": waiting.pk if waiting else None,
        "timer": {"elapsed": clock.elapsed, "running": clock.running},
        "urls": {
            "draft": reverse("coding:draft", kwargs=at),
            "submit": reverse("coding:submit", kwargs=at),
            "timer": reverse("coding:timer", kwargs=at),
            "keymap": reverse("coding:keymap"),
            "submission": reverse("coding:submission", kwargs={"pk": 0}),
            "live": reverse("live", kwargs={"name": "submission-0"}),
        },
        "words": words.for_scripts(),
    }


@require_POST
def draft(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    return _try(
        lambda: services.save_draft(
            candidate=request.candidate,
            item=_item(kind, slug),
            code=request.POST.get("code", ""),
            inputs=request.POST.get("inputs", ""),
        )
    )


@require_POST
def submit(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    asked = request.POST.get("kind", "")
    return _try(
        lambda: services.hand_in(
            candidate=request.candidate,
            item=_item(kind, slug),
            kind=asked if asked in Submission.Kind.values else Submission.Kind.RUN,
            code=request.POST.get("code", ""),
            inputs=request.POST.get("inputs", ""),
        )
    )


@require_POST
def timer(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    move = request.POST.get("move", "")
    if move not in sitting.MOVES:
        return JsonResponse({"error": _("The clock knows start, pause and reset.")}, status=400)
    sitting.move_timer(candidate=request.candidate, item=_item(kind, slug).id, move=move)
    return JsonResponse({})


@require_POST
def keymap(request: CandidateRequest) -> HttpResponse:
    chosen = request.POST.get("keymap", "")
    if chosen not in Candidate.Keymap.values:
        return JsonResponse({"error": _("There is no such set of keys.")}, status=400)
    record.update_profile(candidate=request.candidate, keymap=chosen)
    return JsonResponse({})


@require_GET
def submission(request: CandidateRequest, pk: int) -> HttpResponse:
    """The report of one submission."""
    found, item = _submission(request, pk)
    context = showing.context(found, item) | remarks.context(found, item)
    return render(request, "coding/_report.html", context)


@require_GET
def closer_look(request: CandidateRequest, pk: int) -> HttpResponse:
    """The part of the report that comes later."""
    return render(request, "coding/_closer.html", remarks.context(*_submission(request, pk)))


@require_GET
def status(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    """Where the candidate stands with the item."""
    state = record.states(candidate=request.candidate).get(_item(kind, slug).id)
    return render(request, "shelf/_status.html", {"state": state})


@require_GET
def history(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    item = _item(kind, slug)
    found = services.history(candidate=request.candidate, item=item)
    worded = [(submission, words.VERDICTS.get(submission.verdict, "")) for submission in found]
    return render(request, "coding/_history.html", {"item": item, "submissions": worded})


@require_GET
def comparison(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    """Two submissions of one item line by line, the older first."""
    item = _item(kind, slug)
    numbers = [int(pk) for pk in request.GET.getlist("pick") if pk.isascii() and pk.isdecimal() and len(pk) < 18]
    pair = list(Submission.objects.filter(candidate=request.candidate, item=item.id, pk__in=numbers).order_by("id"))
    lines = compare(pair[0].code, pair[1].code) if len(pair) == 2 else None
    return render(request, "coding/_comparison.html", {"pair": pair, "lines": lines, "verdicts": words.VERDICTS})


@require_GET
def examples(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    """The visible tests, made by the item's generator."""
    item = _item(kind, slug)
    found = judging().examples(item) if isinstance(item.item, Coding) else ()
    return render(request, "coding/_examples.html", {"examples": found})


def hints(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    """The ladder; POST opens its next step."""
    item = _item(kind, slug)
    if request.method == "POST":
        services.open_hint(candidate=request.candidate, item=item)
    now = sitting.read(candidate=request.candidate, item=item.id)
    ladder = services.hints(item)
    opened = [(n, cost, markdown(item, text)) for n, cost, text in ladder if n in now.hints]
    left = [(n, cost) for n, cost, _text in ladder if n not in now.hints]
    context = {"item": item, "opened": opened, "left": left, "cost": now.cost, "next": left[0] if left else None}
    return render(request, "coding/_hints.html", context)


def editorial(request: CandidateRequest, kind: str, slug: str) -> HttpResponse:
    """The editorial for those who may read it; POST gives up."""
    item = _item(kind, slug)
    if request.method == "POST":
        services.give_up(candidate=request.candidate, item=item)
    if not services.may_read_editorial(candidate=request.candidate, item=item):
        return render(request, "coding/_locked.html", {"item": item})
    section = item.text(content_language()).section("Editorial")
    titles = dict(zip(EDITORIAL, words.EDITORIAL, strict=True))
    parts = [(titles.get(p.name, p.name), markdown(item, p.body)) for p in section.parts] if section else []
    intro = markdown(item, section.intro) if section else ""
    context = {"item": item, "intro": intro, "parts": parts, "refs": item.refs, "solutions": _solutions(item)}
    return render(request, "coding/_editorial.html", context)


def _solutions(item: LoadedItem) -> list[tuple[str, str]]:
    """(what it does, its code as HTML), the best first."""
    model = item.item
    if isinstance(model, Debug):
        return [("", markdown(item, f"```python\n{item.read('fixed.py')}\n```"))]
    if not isinstance(model, Coding):
        return []
    order = {"optimal": 0, "alternative": 1, "brute": 2}
    found = sorted(model.solutions.values(), key=lambda s: order[s.role])
    zh = content_language() == "zh"
    return [((zh and s.says.zh) or s.says.en, markdown(item, f"~~~~python\n{item.read(s.file)}\n~~~~")) for s in found]


def _submission(request: CandidateRequest, pk: int) -> tuple[Submission, LoadedItem]:
    found = get_object_or_404(Submission, pk=pk, candidate=request.candidate)
    item = library().get(found.item)
    if item is None:
        raise Http404
    return found, item


def _item(kind: str, slug: str) -> LoadedItem:
    item = library().get(f"{kind}/{slug}")
    if item is None or item.kind not in {"coding", "debug"}:
        raise Http404(_("There is no such problem on the shelf."))
    return item


def _try(act: Any) -> HttpResponse:
    try:
        made = act()
    except services.Refused as error:
        return JsonResponse({"error": str(error)}, status=400)
    return JsonResponse({"id": made.pk})
