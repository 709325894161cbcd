"""Grade an answer by claims: guards, alignment, opposites and misconceptions, a second opinion, calibrated heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from greenroom.content.models import Theory

from .clauses import Window, windows
from .guards import Flag, guard, orders
from .models import Models
from .results import ClaimGrade, Grade
from .rubric import Rubric, rubric
from .sight import sights
from .text import Lang
from .verdict import verdicts

PENALTY = 0.25
"""What a sure contradiction takes off, as a share of the claim's weight."""
WORTHLESS = 0.1
"""A guard with a cap as low as this takes every claim away, since the words were not an answer."""


def grade(item: Theory, answer: str, lang: Lang, *, question: str = "", models: Models | None = None) -> Grade:
    """Grade `answer` (at most some thousand words) against the item's claims in `lang`."""
    return grade_rubric(rubric(item, lang, question), answer, models or Models.none(), _asks(item, lang))


def _asks(item: Theory, lang: Lang) -> dict[str, str]:
    """The follow-up question of each claim that has one."""
    asks = {f.claims[0]: f.ask for f in reversed(item.follow_ups)} | {
        c.id: c.follow_up for c in item.claims if c.follow_up
    }
    return {claim: (ask.zh or ask.en) if lang == "zh" else ask.en for claim, ask in asks.items()}


def grade_rubric(ready: Rubric, answer: str, models: Models, asks: Mapping[str, str] | None = None) -> Grade:
    """Grade against a prepared rubric; `asks` are follow-up questions by claim."""
    flags = guard(answer, ready.question, ready.lang)
    seen = heard(answer)
    view = models.view(ready, answer, seen)
    judged = verdicts(sights(ready, seen, view), ready.lang)
    claims, hits = [j.claim for j in judged], [j.hit for j in judged if j.hit]
    score, claims = _capped(_score(ready, claims), claims, flags)
    return Grade(
        lang=ready.lang,
        score=round(score, 4),
        claims=tuple(claims),
        misconceptions=tuple(hits),
        follow_ups=_follow_ups(claims, asks or {}),
        flags=tuple(flags),
        tier=view.layers,
        check=tuple(c.id for c in claims if not c.sure),
    )


def heard(answer: str) -> list[Window]:
    """The windows of an answer but for sentences that speak to the grader."""
    ignored = orders(answer)
    return [w for w in windows(answer) if not any(w.span.start < o.end and o.start < w.span.end for o in ignored)]


def _score(ready: Rubric, claims: Sequence[ClaimGrade]) -> float:
    """Credit for claims less a part for sure contradictions, as a share of what must and should be said."""
    wrong = {c.id for c in claims if c.verdict == "contradicted" and c.sure}
    lost = PENALTY * sum(c.weight for c in claims if c.id in wrong)
    return max(0.0, min(1.0, (sum(c.weight * c.credit for c in claims) - lost) / ready.total))


def _capped(score: float, claims: Sequence[ClaimGrade], flags: Sequence[Flag]) -> tuple[float, list[ClaimGrade]]:
    worst = min(flags, key=lambda f: f.cap, default=None)
    if worst is None or worst.cap > WORTHLESS:
        return min(score, worst.cap if worst else 1.0), list(claims)
    return worst.cap * score, [
        replace(c, verdict="missing", span=None, signal=worst.name, sure=True, doubt=None) for c in claims
    ]


def _follow_ups(claims: Sequence[ClaimGrade], asks: Mapping[str, str]) -> tuple[str, ...]:
    """What to ask about the claims that were not made, weightiest first."""
    gaps = sorted((c for c in claims if c.credit < 1 and c.need != "bonus"), key=lambda c: (c.credit, -c.weight))
    return tuple(dict.fromkeys(asks[c.id] for c in gaps if c.id in asks))
