"""Saying a page of the atlas back from memory: what is asked, how it is recorded, and what of the page came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from greenroom.content.items import LoadedItem
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate
from greenroom.rooms.coding.prose import markdown
from greenroom.rooms.shelf.library import content_language
from greenroom.rooms.theory import grader
from greenroom.rooms.theory import services as theory
from greenroom.rooms.theory.services import Piece

if TYPE_CHECKING:
    from greenroom.grading.recall import Part, Recall

SECTIONS: Mapping[Part, str] = {"summary": "Summary", "pitfalls": "Pitfalls", "when-not": "When not to use it"}
"""The sections of a page's text that are asked for, by the name that grading has for them."""
SECONDS = 120
"""That saying a page aloud may take."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of the page as it was when it was asked for, what of it came back, and the words that brought it."""

    sentence: SafeString
    verdict: str
    quotes: tuple[str, ...]


def task() -> str:
    """What to do, in the reader's language."""
    return _("Without looking: what does it do, how does it work, and when would you not use it?")


def answer(*, candidate: Candidate, item: LoadedItem, text: str, mode: str = "typed") -> Attempt:
    """Grade what was said back and hand it in. Raises AnswerError."""
    theory.check(text)
    found = _grade(item, text)
    return theory.hand_in(
        candidate=candidate, item=item, text=text, mode=mode, found=found, evidence=_evidence(found, text)
    )


def answers(*, candidate: Candidate, item: LoadedItem) -> list[Attempt]:
    """Earlier goes, the newest first."""
    return record.attempts(candidate=candidate, item=item.id)


def pieces(attempt: Attempt) -> list[Piece]:
    """The answer cut where evidence begins and ends."""
    marks = [(f["start"], f["end"], p["verdict"], p["id"]) for p in _points(attempt) for f in p["found"]]
    return theory.highlighted(str(attempt.given.get("text", "")), marks)


def rows(*, item: LoadedItem, attempt: Attempt) -> Iterator[tuple[str, list[Row]]]:
    """The page's parts in order with what came back of each sentence."""
    for part, points in groupby(_points(attempt), key=lambda point: str(point["part"])):
        yield part, [_row(item, point) for point in points]


def _row(item: LoadedItem, point: Mapping[str, Any]) -> Row:
    return Row(markdown(item, point["text"]), point["verdict"], tuple(f["quote"] for f in point["found"]))


def _points(attempt: Attempt) -> list[dict[str, Any]]:
    points: list[dict[str, Any]] = attempt.evidence.get("points", [])
    return points


def _grade(item: LoadedItem, text: str) -> Recall:
    """The page is taken in the answer's language, as a question's claims are."""
    from greenroom.grading.recall import points, recall  # with its models' runtime, which only an answer needs

    lang = theory.language_of(text)
    page = points({part: item.text(lang)[section] for part, section in SECTIONS.items()})
    return recall(page, text, lang, question=_question(item), models=grader.models())


def _question(item: LoadedItem) -> str:
    """What is read while answering: its words alone earn next to nothing."""
    return f"{item.title(content_language())}. {task()}"


def _evidence(found: Recall, text: str) -> dict[str, Any]:
    return {
        "points": [
            {
                "id": told.sentence.id,
                "part": told.sentence.part,
                "text": told.sentence.source,
                "need": told.sentence.need,
                "verdict": told.verdict,
                "credit": told.credit,
                "found": [{"start": s.start, "end": s.end, "quote": s.of(text)} for s in told.spans],
            }
            for told in found.told
        ]
    }
