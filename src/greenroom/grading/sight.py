"""What of a rubric may stand where in an answer: every window weighed, the likeliest ones looked at closely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .align import Mention, mention, turned
from .clauses import Span, Window
from .entail import Opinion
from .head import mentioned
from .models import View
from .polarity import Flip
from .rubric import Point, Rubric, Statement, Trap

CLOSE = 3
"""So many windows of each claim are looked at closely, and one fewer of each misconception."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim in one window: the probability (0..1) that the words mention it, what turns it round, what the model thinks."""

    mention: Mention
    mentioned: float
    flips: tuple[Flip, ...]
    opinion: Opinion | None

    @property
    def span(self) -> Span:
        return self.mention.window.span


@dataclass(frozen=True, slots=True)
class TrapSighting:
    """A misconception in one window. `lead` is how much nearer (-1..1) the window is to it than to the claim that it denies."""

    trap: Trap
    mention: Mention
    lead: float
    denied: bool
    opinion: Opinion | None

    @property
    def span(self) -> Span:
        return self.mention.window.span


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of one claim, likeliest window first, and of the misconceptions against it. Both empty for no answer."""

    point: Point
    windows: tuple[Sighting, ...]
    traps: tuple[TrapSighting, ...]


def sights(ready: Rubric, seen: Sequence[Window], view: View) -> list[Sight]:
    """One for each claim, in order."""
    met = {p.statement.id: [_met(p.statement, w, ready, view) for w in seen] for p in ready.points}
    ranked = {p.statement.id: _ranked(p, met[p.statement.id], ready) for p in ready.points}
    trapped = {t.statement.id: _trapped(t, met[t.against], seen, ready, view) for t in ready.traps}
    asked = [(m.window, _nearest(p.statement, m)) for p in ready.points for m, _ in ranked[p.statement.id]]
    asked += [(m.window, _nearest(t.statement, m)) for t in ready.traps for m, _ in trapped[t.statement.id]]
    answers = iter(view.opinions(asked))
    close = {p.statement.id: tuple(_close(p, ranked[p.statement.id], answers)) for p in ready.points}
    traps = [found for t in ready.traps for found in _caught(t, trapped[t.statement.id], answers)]
    return [
        Sight(p, close[p.statement.id], tuple(t for t in traps if t.trap.against == p.statement.id))
        for p in ready.points
    ]


def _met(statement: Statement, window: Window, ready: Rubric, view: View) -> Mention:
    return mention(statement, window, ready.weights, view.cosine(statement, window))


def _ranked(point: Point, met: Sequence[Mention], ready: Rubric) -> list[tuple[Mention, float]]:
    """The likeliest windows with their probabilities; of about equals the shorter."""
    likely = [(m, mentioned(m, bool(point.statement.groups), ready.lang)) for m in met]
    return sorted(likely, key=lambda pair: (-round(pair[1], 1), len(pair[0].window.text), -pair[1]))[:CLOSE]


def _trapped(
    trap: Trap, claimed: Sequence[Mention], seen: Sequence[Window], ready: Rubric, view: View
) -> list[tuple[Mention, float]]:
    """The windows nearest to a misconception, each with its lead over the claim."""
    met = [(_met(trap.statement, w, ready, view), c) for w, c in zip(seen, claimed, strict=True) if not w.crosses]
    nearest = sorted(met, key=lambda pair: -pair[0].nearness)[: CLOSE - 1]
    return [(m, m.nearness - c.nearness) for m, c in nearest]


def _nearest(statement: Statement, met: Mention) -> str:
    """The wording that the window shares most words with: what the entailment model is asked about."""
    return statement.texts[met.recalls.index(met.recall)]


def _close(
    point: Point, ranked: Sequence[tuple[Mention, float]], answers: Iterator[Opinion | None]
) -> Iterator[Sighting]:
    for met, likely in ranked:
        yield Sighting(met, likely, turned(point.statement, met), next(answers))


def _caught(
    trap: Trap, trapped: Sequence[tuple[Mention, float]], answers: Iterator[Opinion | None]
) -> Iterator[TrapSighting]:
    for met, lead in trapped:
        yield TrapSighting(trap, met, lead, bool(turned(trap.statement, met)), next(answers))
