"""Where in an answer each claim may be found: every window weighed, the likeliest ones looked at closely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .align import Mention, mention, turned
from .clauses import Window
from .head import Opinion, features, probability, tier_of
from .models import View
from .polarity import Flip
from .rubric import Point, Rubric

CLOSE = 4
"""So many windows of each claim are looked at closely."""
WORTH = 0.06
"""Below this probability of a mention a window is not worth a close look."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim in one window: the probabilities (0..1) that the words mention it and that they state it.

    `flips` and `opinion` are known for the windows looked at closely.
    """

    mention: Mention
    mentioned: float
    stated: float
    flips: tuple[Flip, ...] = ()
    opinion: Opinion | None = None

    @property
    def window(self) -> Window:
        return self.mention.window

    @property
    def contradicts(self) -> float:
        """The entailment model's probability of a contradiction; 0 without it."""
        return self.opinion.contradicts if self.opinion else 0.0

    @property
    def states(self) -> float:
        """The entailment model's probability that the claim is stated; 0 without it."""
        return self.opinion.states if self.opinion else 0.0


def sightings(ready: Rubric, seen: Sequence[Window], view: View) -> dict[str, list[Sighting]]:
    """Each claim's windows, likeliest mention first; of about equals the shorter."""
    found = {p.statement.id: _ranked(p, ready, seen, view) for p in ready.points}
    close = [(p, s) for p in ready.points for s in found[p.statement.id][:CLOSE] if s.mentioned >= WORTH]
    opinions = view.opinions([(s.window, _nearest(p, s.mention)) for p, s in close])
    for (point, before), opinion in zip(close, opinions, strict=True):
        here = found[point.statement.id]
        here[here.index(before)] = _looked_at(point, before, opinion, ready)
    return found


def _ranked(point: Point, ready: Rubric, seen: Sequence[Window], view: View) -> list[Sighting]:
    made = []
    for window in seen:
        met = mention(point.statement, window, ready.weights, view.cosine(point.statement, window))
        likely = probability(features(met, bool(point.statement.groups), None), ready.lang)
        made.append(Sighting(met, likely, likely))
    return sorted(made, key=lambda s: (-round(s.mentioned, 1), len(s.window.text), -s.mentioned))


def _nearest(point: Point, met: Mention) -> str:
    """The wording that the window shares most words with: what the entailment model is asked about."""
    return point.statement.texts[met.recalls.index(met.recall)]


def _looked_at(point: Point, before: Sighting, opinion: Opinion | None, ready: Rubric) -> Sighting:
    flips = turned(point.statement, before.mention)
    stated = probability(features(before.mention, bool(point.statement.groups), opinion), ready.lang)
    return replace(before, stated=stated, flips=flips, opinion=opinion)


def tier(found: Mapping[str, Sequence[Sighting]]) -> str:
    """The layers that took part."""
    best = [here[0] for here in found.values() if here]
    names = {tier_of(features(s.mention, True, s.opinion)) for s in best}
    return max(names, key=("rules", "encoder", "entail", "full").index, default="rules")
