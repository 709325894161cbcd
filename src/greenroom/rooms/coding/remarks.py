"""What a closer look found, in words: for the page and for the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from greenroom.content.items import LoadedItem
from greenroom.content.models import Coding
from greenroom.judge.overheard import failed, stopped
from greenroom.rooms.coding import closer
from greenroom.rooms.coding.models import Submission
from greenroom.rooms.coding.showing import Case, case_of
from greenroom.rooms.coding.words import progress, told

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from greenroom.judge.after import After
    from greenroom.judge.complexity import Growth
    from greenroom.judge.cost import Cost

_LOOSE = 0.3
"""Relative error of a fit above which it names no class."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on how the code reads. `line` is 0 for the file as a whole; what is not `ours` is ruff's English."""

    line: int
    text: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Remarks:
    """A look that is there. `case` is the counterexample and `own` how to type it; a growth that is empty cannot be told."""

    answers: str
    case: Case | None
    own: str
    cost: str
    cost_means: str
    mine: str
    reference: str
    notes: list[Remark]


def context(submission: Submission, item: LoadedItem) -> dict[str, Any]:
    """What `coding/_closer.html` shows."""
    now = closer.standing(submission)
    shown: dict[str, Any] = {"submission": submission, "item": item, "closer": now}
    if now.state == "waiting":
        return shown | {"progress": progress(now.progress)}
    if now.state == "failed":
        return shown | {"failed": told(failed(str(now.found["failed"])))}
    return shown | {"remarks": read(now.found, item)} if now.state else shown


def read(found: dict[str, Any], item: LoadedItem) -> Remarks:
    """The event's payload in the reader's language."""
    look = _adapter().validate_python(found["look"])
    failing = look.fuzzed.failing
    cost, means = _cost(look.cost)
    notes = [Remark(note.line, told(note), note.said is not None) for note in look.notes]
    return Remarks(
        _answers(look, int(found["cases"]), item),
        case_of(failing, item) if failing else None,
        str(found["own"]) if failing else "",
        cost,
        means,
        _band(look.growth),
        _band(look.reference),
        notes,
    )


@cache
def _adapter() -> TypeAdapter[After]:
    from pydantic import TypeAdapter

    from greenroom.judge.after import After  # with NumPy: a page without a look should not wait for it

    return TypeAdapter(After)


def _answers(look: After, wanted: int, item: LoadedItem) -> str:
    fuzzed, cases = look.fuzzed, {"cases": look.fuzzed.cases}
    if fuzzed.failing:
        words = _(
            "The verdict stays Accepted, but a counterexample was found that the hidden tests missed: after %(cases)s fresh "
            "cases that agreed, your answer differs from the reference's on this input."
        )
        return words % cases
    if fuzzed.differed:
        words = _(
            "After %(cases)s fresh cases that agreed, an answer differed from the reference's, but not when its input was "
            "run alone. Look for what is kept between calls: a global, or a default argument that is changed."
        )
        return words % cases
    if fuzzed.cases < wanted:
        return _cut_short(look, item)
    return _("In %(cases)s fresh cases, small ones and edge cases, your answers were the reference's.") % cases


def _cut_short(look: After, item: LoadedItem) -> str:
    """All agreed, but it was not as many as wanted."""
    fuzzed = look.fuzzed
    if isinstance(item.item, Coding) and item.item.compare.kind == "distribution":
        return _("Not compared one by one: answers that are drawn at random differ every time.")
    if fuzzed.stop not in {"ok", "TLE"}:
        words = _("%(cases)s fresh cases agreed with the reference. Then the program was stopped: %(why)s")
        return words % {"cases": fuzzed.cases, "why": told(stopped(fuzzed.stop))}
    return _("%(cases)s fresh cases agreed with the reference. Then the time for it was over.") % {
        "cases": fuzzed.cases
    }


def _cost(cost: Cost | None) -> tuple[str, str]:
    if cost is None:
        return _("Cannot tell: one call is too quick to be timed, or the timing was cut short."), ""
    from greenroom.judge.cost import CONFIDENCE, ROUNDS

    figures = {"ratio": f"{cost.ratio:.2f}", "low": f"{cost.low:.2f}", "high": f"{cost.high:.2f}"}
    means = _(
        "CPU time on the largest test, in %(rounds)s rounds in which both programs take turns on this machine; the range holds "
        "the median with %(confidence)s confidence. It is measured against the reference, not against other people."
    )
    how = means % {"rounds": ROUNDS, "confidence": f"{CONFIDENCE:.0%}"}
    words = _("%(ratio)s times the reference's time (%(low)s to %(high)s). %(verdict)s")
    return words % {**figures, "verdict": _verdict(cost)}, how


def _verdict(cost: Cost) -> str:
    if cost.low > 1:
        return _("Yours takes longer.")
    return _("Yours is quicker.") if cost.high < 1 else _("No difference can be told.")


def _band(growth: Growth | None) -> str:
    return growth.band if growth and growth.error <= _LOOSE else ""
