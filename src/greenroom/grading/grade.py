"""Grade an answer by claims: guards, alignment, opposites and misconceptions, an optional second opinion, a calibrated head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from greenroom.content.models import Theory

from .align import Mention, mention
from .clauses import Window, windows
from .guards import Flag, guard, orders
from .head import Opinion, features, probability, tier_of
from .models import Models, Vectors
from .results import ClaimGrade, Grade, MisconceptionHit, Verdict
from .rubric import Point, Rubric, Trap, rubric
from .text import Lang, content

COVERED, PARTLY = 0.5, 0.28
UNSURE = (0.36, 0.62)
"""Between these probabilities the grader asks to be checked."""
SAID_WRONG = 0.45
"""A statement turned round counts as a contradiction when the same words unturned would have reached this probability."""
PENALTY = 0.25
"""What a sure contradiction takes off, as a share of the claim's weight."""
ENGLISH_TIERS = {
    "rules": "rules",
    "encoder": "rules+encoder",
    "entail": "rules+entailment",
    "full": "rules+encoder+entailment",
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim in its best window: the probability that the words mention it, and that they state it."""

    mention: Mention
    mentioned: float
    stated: float
    tier: str
    opinion: Opinion | None


def grade(item: Theory, answer: str, lang: Lang, *, question: str = "", models: Models | None = None) -> Grade:
    """Grade `answer` (at most some thousand words) against the item's claims in `lang`."""
    return grade_rubric(rubric(item, lang, question), answer, models or Models.none(), follow_ups=_asks(item, lang))


def _asks(item: Theory, lang: Lang) -> dict[str, str]:
    """The follow-up question of each claim that has one."""
    asks = {f.claims[0]: f.ask for f in reversed(item.follow_ups)} | {
        c.id: c.follow_up for c in item.claims if c.follow_up
    }
    return {claim: (ask.zh or ask.en) if lang == "zh" else ask.en for claim, ask in asks.items()}


def grade_rubric(ready: Rubric, answer: str, models: Models, follow_ups: dict[str, str] | None = None) -> Grade:
    """Grade against a prepared rubric."""
    flags = guard(answer, ready.question, ready.lang)
    ignored = orders(answer)
    seen = [w for w in windows(answer) if not any(w.span.start < o.end and o.start < w.span.end for o in ignored)]
    vectors = models.vectors(ready, seen)
    sightings = {p.statement.id: _sightings(p, ready, seen, vectors, models) for p in ready.points}
    hits = _misconceptions(ready, seen, vectors, sightings)
    claims = tuple(_verdict(p, sightings[p.statement.id], hits) for p in ready.points)
    cap = min([1.0, *(f.cap for f in flags)])
    score = min(cap, _score(ready, claims, hits)) if cap > 0.1 else cap * _score(ready, claims, hits)
    if cap <= 0.1:
        claims = tuple(replace(c, verdict="missing", sure=True, signal=flags[0].name) for c in claims)
    missing = [c for c in claims if c.verdict in ("missing", "contradicted") and c.need != "bonus"]
    missing.sort(key=lambda c: -c.weight)
    asks = [(follow_ups or {})[c.id] for c in missing if c.id in (follow_ups or {})]
    tiers = {s.tier for found in sightings.values() for s in found}
    tier = max(tiers, key=list(ENGLISH_TIERS).index, default="rules")
    return Grade(
        lang=ready.lang,
        score=round(score, 4),
        claims=claims,
        misconceptions=tuple(hits),
        follow_ups=tuple(dict.fromkeys(asks)),
        flags=tuple(flags),
        tier=ENGLISH_TIERS[tier],
        check=tuple(c.id for c in claims if not c.sure),
    )


def _sightings(point: Point, ready: Rubric, seen: Sequence[Window], vectors: Vectors, models: Models) -> list[Sighting]:
    """The claim in every window, likeliest mention first; of equals the shorter window."""
    patterned = bool(point.statement.groups)
    found = []
    for window in seen:
        met = mention(point.statement, window, ready, vectors.cosine(point.statement, window))
        known = features(met, patterned, None)
        found.append((probability({**known, "flipped": 0.0}, ready.lang), -len(window.text), met, known))
    found.sort(key=lambda entry: (-entry[0], -entry[1]))
    made = []
    for place, (mentioned, _, met, known) in enumerate(found):
        opinion = models.opinion(point.statement, met.window) if place == 0 and mentioned > 0.08 else None
        known = features(met, patterned, opinion)
        stated = probability(known, ready.lang)
        made.append(Sighting(met, mentioned, stated, tier_of(known), opinion))
    return made


def _verdict(point: Point, found: Sequence[Sighting], hits: Sequence[MisconceptionHit]) -> ClaimGrade:
    if not found:
        return _graded(point, "missing", 0.0, None, "nothing", sure=True)
    best = found[0]
    trap = next((h for h in hits if h.against == point.statement.id), None)
    turned = best.mention.flips
    elsewhere = _affirmed_elsewhere(best, found)
    if trap and trap.sure and not (elsewhere and not _overlap(elsewhere.mention.window, trap)):
        return replace(_graded(point, "contradicted", 0.0, best, f"misconception:{trap.id}", sure=True), span=trap.span)
    if turned and elsewhere is None:
        return _turned(point, best, trap)
    shown = elsewhere if turned and elsewhere else best
    value = shown.stated
    verdict: Verdict = "covered" if value >= COVERED else "partly" if value >= PARTLY else "missing"
    doubt = "misconception" if trap else ""
    sure = not doubt and not UNSURE[0] < value < UNSURE[1]
    return _graded(
        point, verdict, value, shown if verdict != "missing" else None, _signal(shown), sure=sure, doubt=doubt
    )


def _turned(point: Point, best: Sighting, trap: MisconceptionHit | None) -> ClaimGrade:
    """The best window says the claim turned round: a contradiction when two signals agree, a question when one does."""
    flip = best.mention.flips[0]
    agreed = (
        flip.kind == "negation" or trap is not None or (best.opinion is not None and best.opinion.contradicts > 0.5)
    )
    if best.mentioned >= SAID_WRONG and (agreed or best.mentioned >= 0.7):
        return _graded(point, "contradicted", 1 - best.mentioned, best, f"{flip.kind}: {flip.words}", sure=agreed)
    return _graded(point, "missing", best.stated / 2, None, "nothing", sure=best.mentioned < PARTLY, doubt=flip.kind)


def _affirmed_elsewhere(best: Sighting, found: Sequence[Sighting]) -> Sighting | None:
    """A place that states the claim unturned: apart from the best window, or inside it and about as strong."""
    for other in found[1:]:
        span, outer = other.mention.window.span, best.mention.window.span
        apart = span.end <= outer.start or outer.end <= span.start
        inside = outer.start <= span.start and span.end <= outer.end and other.mentioned >= best.mentioned - 0.1
        if other.stated >= COVERED and not other.mention.flips and (apart or inside):
            return other
    return None


def _overlap(window: Window, hit: MisconceptionHit) -> bool:
    return window.span.start < hit.span.end and hit.span.start < window.span.end


def _signal(seen: Sighting) -> str:
    if seen.opinion and seen.opinion.states > 0.7:
        return "entailment"
    if seen.mention.full:
        return "pattern"
    return "meaning" if seen.mention.cosine > seen.mention.recall else "words"


def _graded(
    point: Point, verdict: Verdict, value: float, seen: Sighting | None, signal: str, *, sure: bool, doubt: str = ""
) -> ClaimGrade:
    span = seen.mention.window.span if seen else None
    return ClaimGrade(point.statement.id, point.need, point.weight, verdict, round(value, 4), span, signal, sure, doubt)


def _misconceptions(
    ready: Rubric, seen: Sequence[Window], vectors: Vectors, sightings: dict[str, list[Sighting]]
) -> list[MisconceptionHit]:
    hits = []
    for trap in ready.traps:
        hit = _caught(trap, ready, seen, vectors, sightings[trap.against])
        if hit:
            hits.append(hit)
    return hits


def _caught(
    trap: Trap, ready: Rubric, seen: Sequence[Window], vectors: Vectors, right: Sequence[Sighting]
) -> MisconceptionHit | None:
    """The window that makes the false statement: nearer to it than to the claim, and not denying it."""
    claimed = {s.mention.window.span: s for s in right}
    best: tuple[float, Mention, float] | None = None
    for window in seen:
        met = mention(trap.statement, window, ready, vectors.cosine(trap.statement, window))
        strength = _nearness(met) + 0.25 * met.full
        if met.flips or (best is not None and strength <= best[0]):
            continue
        lead = _nearness(met) - _nearness(claimed[window.span].mention)
        if met.full or (lead > 0.04 and len(content(window.text)) >= 3):
            best = (strength, met, lead)
    if best is None or best[0] < 0.5 or _right_after_all(best[1], right):
        return None
    strength, met, lead = best
    turned = bool(claimed[met.window.span].mention.flips)
    sure = (
        met.full
        and (lead > 0 or turned)
        or strength >= 0.62
        and lead > 0.08
        and turned
        or strength > 0.7
        and lead > 0.2
    )
    affirmed = any(s.stated >= COVERED and not s.mention.flips for s in right)
    if affirmed and not met.full and not (strength > 0.75 and lead > 0.2) or not sure and affirmed:
        return None
    signal = "pattern" if met.full else "words"
    return MisconceptionHit(trap.statement.id, trap.against, met.window.span, signal, sure, trap.reply)


def _right_after_all(met: Mention, right: Sequence[Sighting]) -> bool:
    """Whether the words are part of a larger window that states the claim better than they state the misconception."""
    span = met.window.span
    return not met.full and any(
        s.mention.window.span.start <= span.start
        and span.end <= s.mention.window.span.end
        and s.stated >= COVERED
        and not s.mention.flips
        and _nearness(s.mention) > _nearness(met)
        for s in right
    )


def _nearness(met: Mention) -> float:
    """One figure for how near a window is to a statement, 0..1."""
    words = 0.65 * met.recall + 0.35 * met.precision
    return words if met.cosine != met.cosine else 0.5 * words + 0.5 * met.cosine


def _score(ready: Rubric, claims: Sequence[ClaimGrade], hits: Sequence[MisconceptionHit]) -> float:
    earned = sum(c.weight * c.credit for c in claims)
    wrong = {c.id for c in claims if c.verdict == "contradicted" and c.sure} | {h.against for h in hits if h.sure}
    lost = PENALTY * sum(c.weight for c in claims if c.id in wrong)
    return max(0.0, min(1.0, (earned - lost) / ready.total))
