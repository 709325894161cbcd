"""How strongly each window of an answer mentions each statement: patterns, weighted words, and meaning where a model is at hand."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .clauses import Window
from .leaning import Leaning, stems
from .polarity import Flip, flips, negated
from .rubric import Statement
from .text import Weights

NEAR = 0.75
"""A wording counts as 'what the window is about' when its overlap is within this share of the best wording's."""
ABOUT = 0.12
"""Below this overlap a window is not about a statement at all, and cannot turn it round."""

ANY = Leaning()
"""Where there is nothing else that a window could be about."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One window against one statement. `recalls` and `cosines` go wording by wording, the latter empty without a reader; they lie
    in 0..1, as do `patterns` and `precision`. `about` is how much rather the window is of this claim than of another (log odds)."""

    window: Window
    patterns: float
    recalls: tuple[float, ...]
    precision: float
    cosines: tuple[float, ...] = ()
    about: float = 0.0

    @property
    def recall(self) -> float:
        """The best overlap with any wording."""
        return max(self.recalls, default=0.0)

    @property
    def cosine(self) -> float:
        """The best likeness in meaning to any wording; NaN without a reader."""
        return max(self.cosines, default=math.nan)

    def near(self, wording: int) -> float:
        """How near (0..2) the window is to the wording at a place, in words and in meaning."""
        return self.recalls[wording] + (self.cosines[wording] if self.cosines else 0.0)

    @property
    def full(self) -> bool:
        """Whether every pattern group was met."""
        return self.patterns == 1.0

    @property
    def nearness(self) -> float:
        """One figure for how near the window is to the statement."""
        words = 0.65 * self.recall + 0.35 * self.precision
        return words if math.isnan(self.cosine) else 0.5 * words + 0.5 * self.cosine


def mention(
    statement: Statement, window: Window, weights: Weights, cosines: tuple[float, ...] = (), about: Leaning = ANY
) -> Mention:
    """Look for one statement in one window."""
    given = stems(window.text)
    recalls = tuple(weights.recall(wanted, given) for wanted in statement.stems)
    precision = weights.recall(given, statement.stems[recalls.index(max(recalls))]) if recalls else 0.0
    return Mention(window, statement.met(window.text), recalls, precision, cosines, about.odds(given))


def turned(statement: Statement, met: Mention) -> tuple[Flip, ...]:
    """Flips against the wordings that the window is about; none when it agrees with any of them. A wording that says nothing of
    what the window denies cannot agree."""
    if met.recall < ABOUT:
        return ()
    found: tuple[Flip, ...] = ()
    denied = negated(met.window.text)
    for text, words, recall in zip(statement.texts, statement.stems, met.recalls, strict=True):
        if recall >= NEAR * met.recall:
            here = tuple(flips(text, met.window.text))
            if not here and (not denied or denied & words):
                return ()
            found = found or here
    return found
