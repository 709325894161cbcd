"""`greenroom closer`: the closer look at an accepted submission, from the browser or from here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .desk import Lang, Who, opened
from .output import Json, fail, put, told
from .solve import LOOK, events

if TYPE_CHECKING:
    from greenroom.content.items import LoadedItem
    from greenroom.record.models import Candidate
    from greenroom.rooms.coding.models import Submission


def look(
    number: Annotated[
        int | None, typer.Argument(metavar="[SUBMISSION]", help="Its number; by default the last accepted.")
    ] = None,
    user: Who = "solo",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Compare accepted code with the reference on fresh cases, time it, read it. Waits for what is under way.

    Exits with 1 when an input was found on which the answers differ, or when it could not be done.
    """
    with told(as_json), opened(user, lang, as_json=as_json) as candidate:
        from django.utils.translation import gettext as _

        from greenroom.rooms.coding import closer

        submission, item = _meant(candidate, number, as_json)
        try:
            after = closer.standing(submission).after
            if job := closer.ask(submission=submission):
                _see_through(candidate, submission, job.pk, after, quiet=as_json)
        except KeyboardInterrupt:
            fail(_("It goes on when Greenroom runs again."), as_json=as_json, code=130)
        now = closer.standing(submission)
        if not now.state:
            fail(_("The closer look is turned off here."), as_json=as_json)
        _say(submission, item, now.found, as_json)
        raise typer.Exit(0 if _well(now.found) else 1)


def _meant(candidate: Candidate, number: int | None, as_json: bool) -> tuple[Submission, LoadedItem]:
    from django.utils.translation import gettext as _

    from greenroom.rooms.coding import services
    from greenroom.rooms.shelf.library import library

    found = services.accepted(candidate=candidate, number=number)
    item = library().get(found.item) if found else None
    if found is None or item is None:
        fail(_("There is no such accepted submission. `greenroom submit` tells its number."), as_json=as_json, code=2)
    return found, item


def _see_through(candidate: Candidate, submission: Submission, job: int, after: int, *, quiet: bool) -> None:
    from rich.console import Console

    from greenroom.rooms.coding import closer, words

    console = Console(stderr=True, quiet=quiet or not sys.stderr.isatty())
    with _working(job), console.status(words.progress({})) as status:
        for event in events(candidate, submission, last=closer.KIND, after=after):
            if event.kind == closer.PROGRESS:
                status.update(words.progress(event.payload))


@contextmanager
def _working(job: int) -> Iterator[None]:
    """A worker for this job alone: it does it where no server runs, and races fairly with one that does."""
    from django.db import connection

    from greenroom.jobs.pool import Pool
    from greenroom.jobs.worker import Worker

    over = threading.Event()

    def work() -> None:
        worker = Worker()
        while not over.is_set():
            if not worker.run_once(only=job):
                over.wait(10 * LOOK)
        connection.close()

    reaper, thread = Pool(0), threading.Thread(target=work, name="closer", daemon=True)
    reaper.start()
    thread.start()
    try:
        yield
    finally:
        over.set()
        reaper.stop()
        thread.join(5)


def _well(found: dict[str, Any]) -> bool:
    return "look" in found and not found["look"]["fuzzed"]["failing"]


def _say(submission: Submission, item: LoadedItem, found: dict[str, Any], as_json: bool) -> None:
    if as_json:
        put({"ok": _well(found), "item": item.id, "submission": submission.pk, **found})
        return
    from .verdict import show_closer

    show_closer(submission, item)
