"""How strongly each window of an answer mentions each statement: patterns, weighted words, and meaning where a model is at hand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from .clauses import Window
from .polarity import Flip, flips
from .rubric import Statement
from .text import Weights, content

NEAR = 0.75
"""A wording counts as 'what the window is about' when its overlap is within this share of the best wording's."""
ABOUT = 0.12
"""Below this overlap a window is not about a statement at all, and cannot turn it round."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One window against one statement. All figures lie in 0..1; `cosine` is NaN without a reader."""

    window: Window
    patterns: float
    recalls: tuple[float, ...]
    precision: float
    cosine: float

    @property
    def recall(self) -> float:
        """The best overlap with any wording."""
        return max(self.recalls, default=0.0)

    @property
    def full(self) -> bool:
        """Whether every pattern group was met."""
        return self.patterns == 1.0

    @property
    def nearness(self) -> float:
        """One figure for how near the window is to the statement."""
        words = 0.65 * self.recall + 0.35 * self.precision
        return words if math.isnan(self.cosine) else 0.5 * words + 0.5 * self.cosine


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The content stems of a text as a set."""
    return frozenset(content(text))


def mention(statement: Statement, window: Window, weights: Weights, cosine: float = math.nan) -> Mention:
    """Look for one statement in one window."""
    given = stems(window.text)
    recalls = tuple(weights.recall(wanted, given) for wanted in statement.stems)
    precision = weights.recall(given, statement.stems[recalls.index(max(recalls))]) if recalls else 0.0
    return Mention(window, statement.met(window.text), recalls, precision, cosine)


def turned(statement: Statement, met: Mention) -> tuple[Flip, ...]:
    """Flips against the wordings that the window is about; none when it agrees with any of them."""
    if met.recall < ABOUT:
        return ()
    found: tuple[Flip, ...] = ()
    for text, recall in zip(statement.texts, met.recalls, strict=True):
        if recall >= NEAR * met.recall:
            here = tuple(flips(text, met.window.text))
            if not here:
                return ()
            found = found or here
    return found
