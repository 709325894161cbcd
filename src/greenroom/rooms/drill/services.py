"""Numeric questions without end: put a variant, judge what is typed, name the slip, put another like it."""

from __future__ import annotations

import re
import secrets
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from greenroom.content.items import LoadedItem
from greenroom.content.models import Param, Text
from greenroom.content.params import make_variants
from greenroom.content.placeholders import fill, printed
from greenroom.judge.runner import JudgeRunner
from greenroom.judge.session import Judge
from greenroom.record import services as record
from greenroom.record.models import Attempt, Candidate
from greenroom.rooms.drill import words
from greenroom.rooms.drill.models import Put

if TYPE_CHECKING:
    from greenroom.grading.typed import TypedVerdict

SEEDS = 2**31
LONGEST = 2000
"""Characters of a typed answer."""


def param(item: LoadedItem) -> Param:
    """The item's model as a numeric question. Raises TypeError for another kind."""
    if not isinstance(item.item, Param):
        raise TypeError(f"{item.id} is not a numeric question")
    return item.item


def current(*, candidate: Candidate, item: LoadedItem, judge: Judge) -> Put:
    """The variant on the table: the last one put if it is still open, else a new one."""
    last = Put.objects.filter(candidate=candidate, item=item.id).order_by("-id").first()
    return last if last and last.ended_at is None else another(candidate=candidate, item=item, judge=judge)


def another(*, candidate: Candidate, item: LoadedItem, judge: Judge) -> Put:
    """One more like it, with a seed of its own. Raises RunError when the item's generator fails."""
    seed = secrets.randbelow(SEEDS)
    made = make_variants(JudgeRunner(judge), item, [seed])[0]
    variant = {
        "values": dict(made.values),
        "shown": dict(made.shown),
        "answer": _kept(made.answer),
        "slips": {name: _kept(slip) for name, slip in made.slips.items() if slip is not None},
    }
    return Put.objects.create(
        candidate=candidate, item=item.id, version=item.version, seed=seed, variant=variant, put_at=timezone.now()
    )


def prompt(put: Put, markdown: str) -> str:
    """The Markdown of the question with this variant's values."""
    variant = put.variant
    return fill(markdown, variant["values"] | {"answer": variant["answer"]}, variant["shown"])


def answer(*, put: Put, item: LoadedItem, typed: str) -> tuple[TypedVerdict, Attempt | None]:
    """Judge a typed answer. Unreadable or undecided ones cost nothing and are not attempts; right and wrong ones are.

    The first try scores 1, each wrong one before takes half away.
    """
    from greenroom.grading.typed import check_typed  # with mpmath, which only an answer needs

    slips = {name: _read(slip) for name, slip in put.variant["slips"].items()}
    found = check_typed(typed[:LONGEST], _read(put.variant["answer"]), param(item).answer, slips)
    if found.verdict in ("invalid", "unsure"):
        return found, None
    right = found.verdict == "right"
    attempt = record.append_attempt(
        candidate=put.candidate,
        item=item.id,
        version=put.version,
        kind=Attempt.Kind.ANSWER,
        given={"text": typed, "variant": put.variant},
        seed=put.seed,
        result={"verdict": found.verdict, "echo": found.echo},
        evidence={"slip": found.slip, "message": found.message, "try": put.tries + 1},
        verdict=found.verdict,
        score=0.5**put.tries if right else 0.0,
        started_at=put.put_at,
    )
    put.tries += not right
    put.ended_at = timezone.now() if right else None
    put.save(update_fields=["tries", "ended_at"])
    return found, attempt


def give_up(*, put: Put, item: LoadedItem) -> Attempt:
    """Show the way: the variant is over, and the record says that it was not solved."""
    put.ended_at = timezone.now()
    put.save(update_fields=["ended_at"])
    return record.append_attempt(
        candidate=put.candidate,
        item=item.id,
        version=put.version,
        kind=Attempt.Kind.GIVE_UP,
        given={"variant": put.variant},
        seed=put.seed,
        verdict="gave-up",
        score=0.0,
        started_at=put.put_at,
    )


def slip_of(item: LoadedItem, name: str | None) -> Text | None:
    """The words for a slip."""
    found = param(item).slips.get(name or "")
    return found.says if found else None


def written_answer(put: Put, item: LoadedItem) -> str:
    """The right answer as a person writes it, to the six digits of the solution."""
    return f"{printed(put.variant['answer'])} {words.unit(param(item).answer.unit)}".strip()


def _kept(value: Any) -> Any:
    """A value as JSON keeps it: a fraction is written with a stroke."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return [_kept(inner) for inner in value] if isinstance(value, list | tuple) else value


def _read(value: Any) -> Any:
    """Undo `_kept`."""
    if isinstance(value, str) and re.fullmatch(r"-?\d+/\d+", value):
        return Fraction(value)
    return [_read(inner) for inner in value] if isinstance(value, list) else value
