"""What of a rubric may stand where in an answer: every window weighed, the likeliest ones looked at closely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .align import ANY, Mention, mention, turned
from .clauses import Span, Window
from .denial import Denial, denial, denial_signals
from .entail import Opinion
from .head import mentioned
from .leaning import Leaning, marked
from .models import View
from .polarity import Flip
from .rubric import Point, Rubric, Statement, Trap

CLOSE, CAUGHT = 2, 2
"""So many windows of each claim are looked at closely, and so many misconceptions against it."""
TYPICAL = 3.0
"""How far sentences that state a claim lean to it; what is assumed of those that mention a claim which nothing denies."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim in one window: the probability (0..1) that the words mention it, what turns it round, how much rather the sentence
    leans to the claim than to what denies it (log odds), and what the model thinks."""

    mention: Mention
    mentioned: float
    flips: tuple[Flip, ...]
    leaning: float
    opinion: Opinion | None

    @property
    def span(self) -> Span:
        return self.mention.window.span


@dataclass(frozen=True, slots=True)
class TrapSighting:
    """A misconception in one window. `lead` is how much nearer (-1..1) the window is to it than to the claim that it denies,
    `leaning` how much rather its sentence leans to it (log odds)."""

    trap: Trap
    mention: Mention
    lead: float
    leaning: float
    denied: bool

    @property
    def span(self) -> Span:
        return self.mention.window.span


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of one claim, likeliest window first, of the misconceptions against it, and of the strongest denial. All
    empty for no answer."""

    point: Point
    windows: tuple[Sighting, ...]
    traps: tuple[TrapSighting, ...]
    denial: Denied | None


@dataclass(frozen=True, slots=True)
class Denied:
    """The words that most likely deny a claim, and the signals from which the head tells how likely."""

    denial: Denial
    signals: Mapping[str, float]


Ranked = Sequence[tuple[Mention, float]]
"""Windows of a claim, each with the probability that it mentions the claim."""
Opinions = Mapping[tuple[str, Window, str], Opinion | None]
"""What the entailment model thinks of a claim in a window, taken by one of its wordings."""


def sights(ready: Rubric, seen: Sequence[Window], view: View) -> list[Sight]:
    """One for each claim, in order. The model, which takes longest, is asked about the likeliest window of each, about those
    where a misconception is nearer, and about the strongest denial."""
    met = {p.id: [_met(p.statement, w, ready, view, p.about) for w in seen] for p in ready.points}
    trapped = {p.id: _trapped(p, met[p.id], ready, view) for p in ready.points}
    likely = {p.id: _likely(p, met[p.id], ready) for p in ready.points}
    ranked = {p.id: _ranked(likely[p.id], trapped[p.id]) for p in ready.points}
    denials = {p.id: denial(p.statement, likely[p.id]) for p in ready.points}
    asked = [(p.id, m.window, _nearest(p.statement, m)) for p in ready.points for m, _ in _worth_asking(ranked[p.id])]
    asked += [(name, found.mention.window, found.wording) for name, found in denials.items() if found]
    once = list(dict.fromkeys(asked))
    opinions = dict(zip(once, view.opinions([(window, wording) for _, window, wording in once]), strict=True))
    return [
        Sight(p, tuple(_close(p, ranked[p.id], opinions)), trapped[p.id], _denied(p, denials[p.id], opinions))
        for p in ready.points
    ]


def _worth_asking(ranked: Ranked) -> Ranked:
    return [*ranked[:1], *ranked[CLOSE:]]


def _denied(point: Point, found: Denial | None, opinions: Opinions) -> Denied | None:
    if found is None:
        return None
    window = found.mention.window
    leaning = _leaning(point, found.mention, found.mentioned)
    return Denied(found, denial_signals(found, leaning, opinions.get((point.id, window, found.wording))))


def _met(statement: Statement, window: Window, ready: Rubric, view: View, about: Leaning = ANY) -> Mention:
    return mention(statement, window, ready.weights, view.cosines(statement, window), about)


def _likely(point: Point, claimed: Sequence[Mention], ready: Rubric) -> Ranked:
    return [(m, mentioned(m, bool(point.statement.groups), ready.lang)) for m in claimed]


def _ranked(likely: Ranked, traps: Sequence[TrapSighting]) -> Ranked:
    """The likeliest windows, of about equals the nearer, then the shorter; then those where a misconception is nearer."""
    order = sorted(likely, key=lambda pair: (-round(pair[1], 1), -round(pair[0].nearness, 1), len(pair[0].window.text)))
    suspect = {t.span for t in traps if t.lead > 0}
    return [*order[:CLOSE], *(pair for pair in order[CLOSE:] if pair[0].window.span in suspect)]


def _trapped(point: Point, claimed: Sequence[Mention], ready: Rubric, view: View) -> tuple[TrapSighting, ...]:
    """The misconceptions of a claim that the answer comes nearest to, each where it does."""
    inside = [c for c in claimed if not c.window.crosses]
    traps = [_caught(t, point, inside, ready, view) for t in ready.traps if inside and t.against == point.id]
    return tuple(sorted(traps, key=lambda t: (not (t.mention.full and t.lead > 0), -t.mention.nearness))[:CAUGHT])


def _caught(trap: Trap, point: Point, claimed: Sequence[Mention], ready: Rubric, view: View) -> TrapSighting:
    """A misconception in the window nearest to it, one that meets its patterns first."""
    met = [(_met(trap.statement, c.window, ready, view), c) for c in claimed]
    best, claim = max(met, key=lambda pair: (pair[0].full, pair[0].nearness))
    leaning = -point.leaning.odds(marked(best.window.sentence))
    lead = best.nearness - claim.nearness
    return TrapSighting(trap, best, lead, leaning, bool(turned(trap.statement, best)))


def _nearest(statement: Statement, met: Mention) -> str:
    """The wording that the window is nearest to, in words and in meaning: what the entailment model is asked about."""
    return statement.texts[max(range(len(statement.texts)), key=met.near)]


def _close(point: Point, ranked: Ranked, opinions: Opinions) -> Iterator[Sighting]:
    for met, likely in ranked:
        opinion = opinions.get((point.id, met.window, _nearest(point.statement, met)))
        yield Sighting(met, likely, turned(point.statement, met), _leaning(point, met, likely), opinion)


def _leaning(point: Point, met: Mention, likely: float) -> float:
    return point.leaning.odds(marked(met.window.sentence)) if point.leaning.there else TYPICAL * likely
