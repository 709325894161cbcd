"""The job behind a closer look. It runs in the background, and makes way for verdicts wherever it can pause."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict

from greenroom.content.items import LoadedItem
from greenroom.content.models import Coding
from greenroom.jobs import Lease, handler
from greenroom.jobs import services as jobs
from greenroom.judge.after import After, look_closer
from greenroom.judge.author import PackFault
from greenroom.judge.inputs import InputError, read_inputs
from greenroom.judge.session import JudgeError
from greenroom.rooms.coding import closer, reports
from greenroom.rooms.coding.judges import judging
from greenroom.rooms.coding.models import Submission
from greenroom.rooms.coding.telling import Telling
from greenroom.rooms.shelf.library import library

TELL = 1.0
"""Seconds between two events that tell how many cases were compared: they stay in the log."""
PATIENCE = 15.0
"""Seconds in all for which a look waits while something is judged; a server that always judges must not stop it."""
PAUSE = 0.05


class Progress:
    """Tells the stream how far a look has come, and lets verdicts go first."""

    def __init__(self, tell: Telling, cases: int) -> None:
        self._tell = tell
        self._cases = cases
        self._patience = PATIENCE
        self._part = ""
        self._told = 0.0

    def __call__(self, part: str, done: int) -> None:
        self._make_way()
        if part != self._part or time.monotonic() - self._told >= TELL:
            self._tell(closer.PROGRESS, part=part, done=done, of=self._cases)
            self._part, self._told = part, time.monotonic()

    def _make_way(self) -> None:
        while self._patience > 0 and jobs.busy():
            time.sleep(PAUSE)
            self._patience -= PAUSE


def _gave_up(lease: Lease, error: str) -> None:
    submission = Submission.objects.select_related("candidate").get(pk=lease.payload["submission"])
    Telling(submission)(closer.KIND, failed=error)


@handler(closer.KIND, gave_up=_gave_up)
def look(lease: Lease) -> Callable[[], None]:
    """Look closer at one accepted submission. What was found is one event, written as the job ends."""
    submission = Submission.objects.select_related("candidate").get(pk=lease.payload["submission"])
    item = library().get(submission.item)
    tell = Telling(submission)
    if item is None or not closer.possible(submission):
        return lambda: tell(closer.KIND, failed="the exercise, or the closer look, is not here any more")
    try:
        after = _look(submission, item, Progress(tell, closer.cases()))
        found = {"look": reports.plain(asdict(after)), "cases": closer.cases(), "own": _own(submission, item, after)}
    except (JudgeError, PackFault) as error:
        found = {"failed": str(error)}
    return lambda: tell(closer.KIND, version=item.version, **found)


def _look(submission: Submission, item: LoadedItem, progress: Progress) -> After:
    seed, judge = submission.seed or 0, judging().judge
    return look_closer(judge, item, submission.code, seed, cases=closer.cases(), on_progress=progress)


def _own(submission: Submission, item: LoadedItem, after: After) -> str:
    """The counterexample as the candidate can type it, if run as such it differs again: what is shown may be rounded."""
    failing, model = after.fuzzed.failing, item.item
    if failing is None or not isinstance(model, Coding):
        return ""
    call = f"{model.entry}("
    text = failing.input.removeprefix(call).removesuffix(")") if failing.input.startswith(call) else ""
    try:
        if not text or len(read_inputs(text, model.signature)) != 1:
            return ""
    except InputError:
        return ""
    return text if judging().run(item, submission.code, inputs=text).verdict in {"WA", "RE"} else ""
