"""From what was seen of a claim to its verdict. A contradiction needs two signals, or one that is hardly ever wrong."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Span
from .contrast import COVERED
from .results import ClaimGrade, MisconceptionHit, Verdict
from .rubric import Point
from .sight import CLOSE, Sighting

PARTLY = 0.26
UNSURE = (0.3, 0.5)
"""Between these probabilities the grader asks to be checked."""
MENTIONED = 0.45
"""A claim can only be contradicted by words that mention it at least this likely."""
AFFIRMED = 0.55
"""From this probability another place makes up for one that turns the claim round."""
LIKE = 0.4
"""… and from this overlap with the claim's words, and no less than the turned place has."""
OBJECTS = 0.85
"""From this probability the entailment model's objection is passed on as a question. Alone it takes nothing off."""


def verdict(point: Point, found: Sequence[Sighting], hits: Sequence[MisconceptionHit]) -> ClaimGrade:
    """The grade of one claim."""
    if not found:
        return _graded(point, "missing", 0.0, None, "nothing", sure=True)
    trap = next((h for h in hits if h.against == point.statement.id), None)
    best = found[0]
    turned = best if best.flips else _turned_inside(best, found)
    other = _affirmed_elsewhere(turned, found) if turned else None
    if trap and trap.sure and not (other and not _meet(other.window.span, trap.span)):
        return _graded(point, "contradicted", 0.0, trap.span, f"misconception: {trap.id}", sure=True)
    if turned and other is None:
        return _objected(point, turned, trap)
    shown = other or best
    value = shown.stated
    kind: Verdict = "covered" if value >= COVERED else "partly" if value >= PARTLY else "missing"
    span = shown.window.span if kind != "missing" else None
    doubt = trap.id if trap else "entailment" if shown.contradicts >= OBJECTS else ""
    sure = not doubt and not UNSURE[0] < value < UNSURE[1]
    return _graded(point, kind, value, span, _signal(shown), sure=sure, doubt=doubt)


def _objected(point: Point, best: Sighting, trap: MisconceptionHit | None) -> ClaimGrade:
    """The likeliest window turns the claim round."""
    reason = f"{best.flips[0].kind}: {best.flips[0].words}"
    signals = 1 + (best.contradicts > 0.5) + (trap is not None)
    plain = best.flips[0].kind == "negation" and best.states < 0.5
    if best.mentioned >= MENTIONED and (signals >= 2 or plain):
        return _graded(point, "contradicted", 1 - best.mentioned, best.window.span, reason, sure=True)
    if best.states > 0.8 and best.contradicts < 0.1:
        return _graded(point, "covered", best.stated, best.window.span, "entailment", sure=False, doubt=reason)
    sure = best.mentioned < PARTLY
    return _graded(
        point, "missing", best.stated / 2, None if sure else best.window.span, reason, sure=sure, doubt=reason
    )


def _turned_inside(best: Sighting, found: Sequence[Sighting]) -> Sighting | None:
    """A shorter window within the likeliest that mentions the claim as much and turns it round: more words may hide a "not"."""
    for other in found[1:CLOSE]:
        if other.flips and _within(other.window.span, best.window.span) and other.mentioned >= best.mentioned - 0.05:
            return other
    return None


def _affirmed_elsewhere(turned: Sighting, found: Sequence[Sighting]) -> Sighting | None:
    """A place apart from the turned window, or inside it, that states the claim about as strongly and does not turn it."""
    for other in found[:CLOSE]:
        span, outer = other.window.span, turned.window.span
        placed = not _meet(span, outer) or _within(span, outer)
        strong = other.stated >= AFFIRMED and other.mention.recall >= max(LIKE, turned.mention.recall)
        if other is not turned and placed and strong and not other.flips and other.contradicts < 0.5:
            return other
    return None


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _signal(seen: Sighting) -> str:
    if seen.states > 0.7:
        return "entailment"
    if seen.mention.full:
        return "pattern"
    return "meaning" if seen.mention.cosine > seen.mention.recall else "words"


def _graded(
    point: Point, kind: Verdict, value: float, span: Span | None, signal: str, *, sure: bool, doubt: str = ""
) -> ClaimGrade:
    return ClaimGrade(point.statement.id, point.need, point.weight, kind, round(value, 4), span, signal, sure, doubt)
