"""`greenroom test` and `greenroom submit`: what the coding room's buttons do, by the same services and the same jobs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from .desk import Lang, Who, opened
from .output import Json, fail, put, told

if TYPE_CHECKING:
    from greenroom.content.items import LoadedItem
    from greenroom.record.models import Candidate, Event
    from greenroom.rooms.coding.models import Submission

LOOK = 0.05
"""Seconds between looks at the submission's stream: whichever process judges it, its events arrive there."""
Target = Annotated[str | None, typer.Argument(metavar="[FILE|ITEM]", help="By default the one worked on last.")]
Of = Annotated[str | None, typer.Option("--item", help="The item, where the file's name does not tell.")]


def run(
    target: Target = None,
    item: Of = None,
    inputs: Annotated[
        str, typer.Option("--input", help="Your own arguments instead of the examples: '[1, 2], 3'; one test a line.")
    ] = "",
    user: Who = "solo",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Run the visible examples. Exits with 1 when one fails."""
    _hand_in("run", target, item, inputs, user, lang, as_json)


def submit(target: Target = None, item: Of = None, user: Who = "solo", lang: Lang = "", as_json: Json = False) -> None:
    """Judge it against all tests. Exits with 1 when it is not accepted."""
    _hand_in("submit", target, item, "", user, lang, as_json)


def _hand_in(
    kind: Literal["run", "submit"],
    target: str | None,
    of: str | None,
    inputs: str,
    user: str,
    lang: str,
    as_json: bool,
) -> None:
    with told(as_json), opened(user, lang, as_json=as_json) as candidate:
        from django.utils.translation import gettext as _

        from greenroom.rooms.coding.services import Refused

        from . import files
        from .verdict import as_data, pips, show

        item, path = files.meant(candidate, target, of, as_json=as_json)
        code = files.read(path, as_json=as_json)
        files.remember(candidate, item, path)
        try:
            if not _keep(candidate, item, code, path) and not as_json:
                print(_("Your draft in the browser is newer than this file and was left as it is."))
            with pips(quiet=as_json) as tell:
                done = _judged(candidate, item, kind, code, inputs, tell)
        except Refused as problem:
            fail(str(problem), as_json=as_json)
        except KeyboardInterrupt:
            fail(_("It is handed in and will be judged when Greenroom runs again."), as_json=as_json, code=130)
        if as_json:
            put({"file": path, **as_data(done, item)})
        else:
            show(done, item)
        raise typer.Exit(0 if done.verdict == "AC" else 1)


def _keep(candidate: Candidate, item: LoadedItem, code: str, path: Path) -> bool:
    """Make the file the draft, which the browser opens with, unless what is there was saved after the file."""
    from greenroom.rooms.coding import services

    draft = services.draft_of(candidate=candidate, item=item)
    if draft.pk and draft.code != code and draft.updated_at.timestamp() > path.stat().st_mtime:
        return False
    services.save_draft(candidate=candidate, item=item, code=code, inputs=draft.inputs)
    return True


def _judged(
    candidate: Candidate, item: LoadedItem, kind: str, code: str, inputs: str, tell: Callable[[Event], object]
) -> Submission:
    """Hand in and see it through. What was still waiting for this item (a run broken off, say) is judged before."""
    from greenroom.rooms.coding import services

    def nobody(event: Event) -> None:
        """An earlier submission's events are not this one's."""

    asked: tuple[Any, ...] = (kind, code, inputs)
    with _working():
        while True:
            given = services.hand_in(candidate=candidate, item=item, kind=kind, code=code, inputs=inputs)
            mine = (given.kind, given.code, given.inputs) == asked
            for event in events(candidate, given):
                (tell if mine else nobody)(event)
            if mine:
                given.refresh_from_db()
                return given


def events(candidate: Candidate, submission: Submission, *, last: str = "done", after: int = 0) -> Iterator[Event]:
    """The submission's events as they happen, one of the kind `last` the last."""
    from greenroom.record import services

    while True:
        for event in services.replay(candidate=candidate, stream=submission.stream, after=after):
            yield event
            after = event.pk
            if event.kind == last:
                return
        time.sleep(LOOK)


@contextmanager
def _working() -> Iterator[None]:
    """A worker in this process: it judges where no server runs, and races fairly with one that does. What would go on for
    longer than the command is left to the server, or to `greenroom closer`."""
    from greenroom.jobs.pool import Pool

    pool = Pool(1, background=False)
    pool.start()
    try:
        yield
    finally:
        pool.stop()
