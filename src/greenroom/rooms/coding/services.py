"""The rules of the coding room: drafts, handing in, hints, giving up, and who may read the editorial."""

from __future__ import annotations

import re

from django.db import transaction
from django.utils.translation import gettext as _

from greenroom.content.items import LoadedItem
from greenroom.content.models import Coding
from greenroom.jobs import services as jobs
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate, ItemState
from greenroom.rooms.coding import sitting
from greenroom.rooms.coding.models import Draft, Submission
from greenroom.rooms.shelf.library import content_language, library

MAX_CODE = 100_000
MAX_INPUTS = 20_000
HISTORY = 200
_HINT = re.compile(r"(?m)^\d+\.[ \t]+")


class Refused(Exception):
    """What was asked cannot be done; the message says why and what to do instead."""


def starter(item: LoadedItem) -> str:
    """What the editor begins with: the signature, or the program that has bugs."""
    return item.read("buggy.py" if item.kind == "debug" else "starter.py")


def draft_of(*, candidate: Candidate, item: LoadedItem) -> Draft:
    """The saved draft, or an unsaved one with the starter."""
    found = Draft.objects.filter(candidate=candidate, item=item.id).first()
    return found or Draft(candidate=candidate, item=item.id, code=starter(item))


def save_draft(*, candidate: Candidate, item: LoadedItem, code: str, inputs: str) -> Draft:
    """Keep what is in the editor."""
    _check_size(code, inputs)
    values = {"code": code, "inputs": inputs}
    return Draft.objects.update_or_create(candidate=candidate, item=item.id, defaults=values)[0]


def unfinished(*, candidate: Candidate) -> list[str]:
    """Items whose draft differs from the starter and that are neither solved nor given up, the latest first."""
    states = record.states(candidate=candidate)
    done = {name for name, state in states.items() if state.status != ItemState.Status.TRIED}
    drafts = Draft.objects.filter(candidate=candidate).exclude(item__in=done).order_by("-updated_at")
    return [
        draft.item
        for draft in drafts
        if (item := library().get(draft.item)) and draft.code.strip() != starter(item).strip()
    ]


@transaction.atomic
def hand_in(*, candidate: Candidate, item: LoadedItem, kind: str, code: str, inputs: str = "") -> Submission:
    """Queue code for the judge. One submission an item at a time: handing in again gives the one that waits.

    Raises:
        Refused: the code is empty or too long.
    """
    _check_size(code, inputs)
    if not code.strip():
        raise Refused(_("There is no code to judge yet. Write some first."))
    waiting = pending(candidate=candidate, item=item)
    if waiting:
        return waiting
    submission = Submission.objects.create(
        candidate=candidate, item=item.id, version=item.version, kind=Submission.Kind(kind), code=code, inputs=inputs
    )
    jobs.enqueue(kind="judge", payload={"submission": submission.pk}, candidate=candidate)
    return submission


def pending(*, candidate: Candidate, item: LoadedItem) -> Submission | None:
    """The submission that waits for its verdict."""
    return Submission.objects.filter(candidate=candidate, item=item.id, state=Submission.State.QUEUED).first()


def history(*, candidate: Candidate, item: LoadedItem) -> list[Submission]:
    """Everything handed in for this item, the newest first."""
    found = Submission.objects.filter(candidate=candidate, item=item.id).order_by("-id")
    return list(found.defer("report")[:HISTORY])


def accepted(*, candidate: Candidate, number: int | None = None) -> Submission | None:
    """The accepted submission to a coding exercise of this number, or the last one."""
    found = Submission.objects.filter(candidate=candidate, kind=Submission.Kind.SUBMIT, verdict="AC")
    found = found.filter(item__startswith="coding/").order_by("-id")
    return (found if number is None else found.filter(pk=number)).first()


def hints(item: LoadedItem) -> list[tuple[int, int, str]]:
    """The hint ladder: (number, cost, Markdown)."""
    texts = [part.strip() for part in _HINT.split(item.text(content_language())["Hints"])[1:]]
    costs = item.item.hint_costs if isinstance(item.item, Coding) else []
    return [(n, costs[n - 1] if n <= len(costs) else n, text) for n, text in enumerate(texts, 1)]


def open_hint(*, candidate: Candidate, item: LoadedItem) -> None:
    """Open the next hint of the ladder; none are left after the last."""
    opened = sitting.read(candidate=candidate, item=item.id).hints
    for n, cost, _text in hints(item):
        if n not in opened:
            sitting.open_hint(candidate=candidate, item=item.id, n=n, cost=cost)
            return


def may_read_editorial(*, candidate: Candidate, item: LoadedItem) -> bool:
    """After solving it or giving it up."""
    state = record.states(candidate=candidate).get(item.id)
    return state is not None and state.status != ItemState.Status.TRIED


def give_up(*, candidate: Candidate, item: LoadedItem) -> None:
    """Note it and open the editorial. Giving up twice, or after solving, changes nothing."""
    if may_read_editorial(candidate=candidate, item=item):
        return
    record.append_attempt(
        candidate=candidate,
        item=item.id,
        version=item.version,
        kind=Attempt.Kind.GIVE_UP,
        started_at=sitting.began(candidate=candidate, item=item.id),
        given={"code": draft_of(candidate=candidate, item=item).code},
    )


def _check_size(code: str, inputs: str) -> None:
    if len(code) > MAX_CODE:
        raise Refused(_("The code is longer than %(n)s characters. Please shorten it.") % {"n": MAX_CODE})
    if len(inputs) > MAX_INPUTS:
        raise Refused(_("Your inputs are longer than %(n)s characters. Please shorten them.") % {"n": MAX_INPUTS})
