"""From what was seen of a claim to its verdict. A contradiction needs two signals, or one that is hardly ever wrong."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Span
from .contrast import COVERED
from .results import ClaimGrade, MisconceptionHit, Verdict
from .rubric import Point
from .sight import Sighting

PARTLY = 0.26
UNSURE = (0.3, 0.5)
"""Between these probabilities the grader asks to be checked."""
MENTIONED = 0.45
"""A claim can only be contradicted by words that mention it at least this likely."""
OBJECTS = 0.85
"""From this probability the entailment model's objection is passed on as a question. Alone it takes nothing off."""


def verdict(point: Point, found: Sequence[Sighting], hits: Sequence[MisconceptionHit]) -> ClaimGrade:
    """The grade of one claim."""
    if not found:
        return _graded(point, "missing", 0.0, None, "nothing", sure=True)
    trap = next((h for h in hits if h.against == point.statement.id), None)
    best = found[0]
    other = _affirmed_elsewhere(best, found)
    if trap and trap.sure and not (other and not _meet(other.window.span, trap.span)):
        return _graded(point, "contradicted", 0.0, trap.span, f"misconception: {trap.id}", sure=True)
    if other is None and best.flips:
        return _objected(point, best, trap)
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


def _affirmed_elsewhere(best: Sighting, found: Sequence[Sighting]) -> Sighting | None:
    """When the best window objects: a place apart from it, or inside it and about as strong, that states the claim."""
    if not best.flips:
        return None
    outer = best.window.span
    for other in found[1:]:
        span = other.window.span
        apart = span.end <= outer.start or outer.end <= span.start
        inside = outer.start <= span.start and span.end <= outer.end and other.mentioned >= best.mentioned - 0.1
        if other.stated >= COVERED and not other.flips and other.contradicts < 0.5 and (apart or inside):
            return other
    return None


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
