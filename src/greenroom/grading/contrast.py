"""Misconceptions: a window that says the false thing rather than the true one, and does not deny it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .align import Mention, mention, stems, turned
from .clauses import Window
from .models import View
from .results import MisconceptionHit
from .rubric import Rubric, Trap
from .sight import Sighting
from .text import content

COVERED = 0.42
"""From this probability a claim counts as stated."""
LEAST_WORDS = 3


def misconceptions(
    ready: Rubric, seen: Sequence[Window], view: View, found: Mapping[str, Sequence[Sighting]]
) -> list[MisconceptionHit]:
    """Every trap that the answer walks into."""
    hits = (_caught(trap, ready, seen, view, found[trap.against]) for trap in ready.traps)
    return [hit for hit in hits if hit]


def _caught(
    trap: Trap, ready: Rubric, seen: Sequence[Window], view: View, right: Sequence[Sighting]
) -> MisconceptionHit | None:
    claimed = {s.window.span: s for s in right}
    best: tuple[float, Mention, float] | None = None
    for window in (w for w in seen if not w.crosses):
        met = mention(trap.statement, window, ready.weights, view.cosine(trap.statement, window))
        strength = met.nearness + 0.25 * met.full
        lead = met.nearness - claimed[window.span].mention.nearness
        own = _says_what_is_false(trap, met, ready)
        candidate = met.full or (lead > 0.04 and own and len(content(window.text)) >= LEAST_WORDS)
        if candidate and strength >= 0.5 and (best is None or strength > best[0]) and not turned(trap.statement, met):
            best = (strength, met, lead)
    if best is None:
        return None
    strength, met, lead = best
    if not (met.full and lead > 0.1) and _right_after_all(trap, met, right, ready, view):
        return None
    return _judged(trap, met, lead, strength, claimed[met.window.span], right, view)


def _says_what_is_false(trap: Trap, met: Mention, ready: Rubric) -> bool:
    """Whether the window has the words that tell the misconception from the claim; true when they share all their words."""
    claim = next(p.statement for p in ready.points if p.statement.id == trap.against)
    telling = trap.statement.stems[met.recalls.index(met.recall)] - frozenset().union(*claim.stems)
    return not telling or 2 * len(telling & stems(met.window.text)) > len(telling)


def _judged(
    trap: Trap, met: Mention, lead: float, strength: float, claimed: Sighting, right: Sequence[Sighting], view: View
) -> MisconceptionHit | None:
    """Sure when two signals agree; when the claim is stated elsewhere, only a strong hit counts."""
    against = bool(claimed.flips) or claimed.contradicts > 0.6
    opinion = view.opinions([(met.window, trap.statement.texts[met.recalls.index(met.recall)])])[0]
    agrees = opinion is not None and opinion.states > 0.7
    strong = (met.full and lead > 0) or (strength > 0.7 and lead > 0.2)
    sure = (
        (met.full and against)
        or (strong and (opinion is None or agrees or against))
        or (strength >= 0.62 and lead > 0.08 and (against or agrees))
    )
    if opinion is not None and opinion.states < 0.2 and not (met.full and against):
        sure = False
    if trap.statement.groups and not met.full and not agrees:
        sure = False  # its patterns say what the mistake looks like; shared words alone only raise the question
    affirmed = any(s.stated >= COVERED and not s.flips and s.contradicts < 0.6 for s in right)
    if (affirmed and not met.full and not (strength > 0.75 and lead > 0.2)) or (
        not sure and (affirmed or (lead <= 0 and not against))
    ):
        return None
    return MisconceptionHit(
        trap.statement.id, trap.against, met.window.span, "pattern" if met.full else "words", sure, trap.reply
    )


def _right_after_all(trap: Trap, met: Mention, right: Sequence[Sighting], ready: Rubric, view: View) -> bool:
    """Whether the words belong to a larger window that states the claim, and does so better than it states the misconception."""
    span = met.window.span
    for seen in right:
        outer = seen.window.span
        holds = outer.start <= span.start and span.end <= outer.end and outer != span
        if holds and seen.stated >= COVERED and not seen.flips and seen.contradicts < 0.6:
            whole = mention(trap.statement, seen.window, ready.weights, view.cosine(trap.statement, seen.window))
            if seen.mention.nearness > whole.nearness:
                return True
    return False
