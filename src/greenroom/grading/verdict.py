"""From what was seen of a claim to its verdict, with the words that decided it and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .clauses import Span
from .head import Signals, probability, squash
from .results import ClaimGrade, Doubt, MisconceptionHit, Verdict
from .sight import Sight, Sighting, TrapSighting
from .signals import signals
from .text import Lang

COVERED = 0.5
PARTLY = 0.35
CONTRADICTED = 0.6
SURE = 0.7
"""From this probability a contradiction takes something off; below it is shown as a question."""
ASKED = 0.4
"""From this probability a contradiction is asked about."""
DENIED = 0.6
"""From this probability a negation takes a claim away."""
MENTIONED, LIKE, NEARLY, CLOSELY = 0.45, 0.4, 0.9, 0.1
"""A claim can be turned round by words that mention it at least this likely, and hardly less than the likeliest; an affirmation
shares at least this much of its words, and nearly as much as what turns it; of words nearly as near the fewest are shown."""
VERBATIM, LEAD = 0.75, 0.12
"""A misconception is made in its own words from this share of them, and with this lead over the claim."""
UNSURE = 0.1
"""So near to a threshold the grader asks to be checked."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's grade and, where a misconception explains it, that misconception."""

    claim: ClaimGrade
    hit: MisconceptionHit | None = None


def verdicts(sights: Sequence[Sight], lang: Lang) -> list[Judged]:
    """The grade of each claim, in order."""
    if not all(sight.windows for sight in sights):
        return [Judged(_graded(sight, "missing", 0.0, None, "nothing", sure=True)) for sight in sights]
    return [_verdict(sight, known, lang) for sight, known in zip(sights, signals(sights), strict=True)]


def _verdict(sight: Sight, known: Signals, lang: Lang) -> Judged:
    stated = probability("told" if sight.point.bare else "stated", known, lang)
    wrong = probability("contradicted", known, lang)
    plain, denied = _plain(sight), _denied(sight, lang)
    trap = plain or (_trap(sight) if wrong >= ASKED else None)
    sure = wrong >= SURE or plain is not None
    hit = _hit(trap, sure=sure) if trap else None
    worst = max(sight.windows, key=_against)
    if plain or (wrong >= CONTRADICTED and wrong > stated):
        at = trap.span if trap else worst.span
        return Judged(_graded(sight, "contradicted", stated, at, _why(worst, trap), sure=sure), hit)
    if denied:
        return Judged(_graded(sight, "missing", 0.0, None, "denied", sure=False, doubt=denied), hit)
    kind: Verdict = "covered" if stated >= COVERED else "partly" if stated >= PARTLY else "missing"
    best = _best(sight)
    doubt = Doubt(_why(worst, trap), trap.span if trap else worst.span) if wrong >= ASKED else None
    sure = not doubt and abs(stated - COVERED) > UNSURE
    span = best.span if kind != "missing" else None
    return Judged(_graded(sight, kind, stated, span, _signal(best), sure=sure, doubt=doubt), hit)


def _plain(sight: Sight) -> TrapSighting | None:
    """A misconception in its own words, nearer to it than to the claim, and not denied: its patterns, or nearly its wording; and no
    other sentence states the claim."""
    for seen in sight.traps:
        patterned = bool(seen.trap.statement.groups) and seen.mention.full and seen.lead > 0
        worded = seen.mention.recall > VERBATIM and seen.lead > LEAD
        if not seen.denied and seen.leaning > 0 and (patterned or worded) and not _stated_beside(sight, seen):
            return seen
    return None


def _stated_beside(sight: Sight, trap: TrapSighting) -> bool:
    """Whether a sentence other than that of the misconception mentions the claim and leans to it."""
    others = (w for w in sight.windows if w.mention.window.sentence != trap.mention.window.sentence)
    return any(w.mentioned >= MENTIONED and w.leaning > 0 and not w.flips for w in others)


def _denied(sight: Sight, lang: Lang) -> Doubt | None:
    """What denies the claim: a plain "not", which is too easily read over, or a word for its opposite."""
    found = sight.denial
    if found and probability("denied", found.signals, lang) >= DENIED:
        return Doubt(f"negation: {found.denial.words}", found.denial.span)
    turned = _turned(sight)
    return Doubt(_why(turned, None), turned.span) if turned else None


def _turned(sight: Sight) -> Sighting | None:
    """The window that says the opposite, in a sentence that leans to what denies the claim, when no other place states it."""
    best = sight.windows[0]
    turned = next((w for w in sight.windows if w.flips and w.mentioned >= best.mentioned - CLOSELY), None)
    if turned is None or turned.mentioned < MENTIONED or turned.flips[0].kind == "negation" or turned.leaning > 0:
        return None
    return None if any(_affirms(other, turned) for other in sight.windows) else turned


def _affirms(other: Sighting, turned: Sighting) -> bool:
    """Whether a place apart from the turned window, or inside it, states the claim about as strongly."""
    apart = other.span.end <= turned.span.start or turned.span.end <= other.span.start
    as_much = other.mention.recall >= max(LIKE, NEARLY * turned.mention.recall)
    return (apart or _within(other.span, turned.span)) and as_much and not other.flips


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _best(sight: Sight) -> Sighting:
    """The words that speak for the claim: of those about equally near to it the fewest."""
    nearest = max(map(_for, sight.windows))
    return min((w for w in sight.windows if _for(w) >= NEARLY * nearest), key=lambda w: w.span.end - w.span.start)


def _for(seen: Sighting) -> float:
    return seen.mention.nearness * (0.5 if seen.flips else 1.0)


def _against(seen: Sighting) -> float:
    return seen.mentioned * squash(-seen.leaning) * (1.0 if seen.flips else 0.5)


def _trap(sight: Sight) -> TrapSighting | None:
    """The misconception that the answer most plainly makes, if any."""
    made = [t for t in sight.traps if not t.denied and t.leaning > 0 and (t.mention.full or t.lead > 0)]
    return max(made, key=lambda t: t.lead + 0.5 * t.mention.full, default=None)


def _hit(seen: TrapSighting, *, sure: bool) -> MisconceptionHit:
    signal = "pattern" if seen.mention.full else "words"
    return MisconceptionHit(seen.trap.statement.id, seen.trap.against, seen.span, signal, sure, seen.trap.reply)


def _why(worst: Sighting, trap: TrapSighting | None) -> str:
    if trap:
        return f"misconception: {trap.trap.statement.id}"
    if worst.flips:
        return f"{worst.flips[0].kind}: {worst.flips[0].words}"
    return "entailment" if worst.opinion and worst.opinion.contradicts > 0.5 else "words"


def _signal(seen: Sighting) -> str:
    if seen.opinion and seen.opinion.states > 0.5:
        return "entailment"
    if seen.mention.full:
        return "pattern"
    return "meaning" if seen.mention.cosine > seen.mention.recall else "words"


def _graded(
    sight: Sight,
    kind: Verdict,
    stated: float,
    span: Span | None,
    signal: str,
    *,
    sure: bool,
    doubt: Doubt | None = None,
) -> ClaimGrade:
    point = sight.point
    return ClaimGrade(point.statement.id, point.need, point.weight, kind, round(stated, 4), span, signal, sure, doubt)
