"""How strongly each window of an answer mentions each statement: patterns, weighted words, and meaning where a model is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .clauses import Window
from .polarity import Flip, flips
from .rubric import Rubric, Statement
from .text import content

Vectors = NDArray[np.float32]
NEAR = 0.75
"""A wording counts as 'what the window is about' when its overlap is within this share of the best wording's."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One window against one statement. All but `flips` lie in 0..1; `cosine` is NaN without an encoder."""

    window: Window
    patterns: float
    recall: float
    precision: float
    cosine: float
    flips: tuple[Flip, ...]

    @property
    def full(self) -> bool:
        """Whether every pattern group was met."""
        return self.patterns == 1.0


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content(text))


def mention(statement: Statement, window: Window, rubric: Rubric, cosine: float = float("nan")) -> Mention:
    """Look for one statement in one window."""
    given = _stems(window.text)
    recalls = [rubric.weights.recall(wanted, given) for wanted in statement.stems]
    best = max(recalls, default=0.0)
    wanted = statement.stems[recalls.index(best)] if recalls else frozenset[str]()
    precision = rubric.weights.recall(given, wanted) if given else 0.0
    return Mention(window, statement.met(window.text), best, precision, cosine, _turned(statement, window, recalls))


def _turned(statement: Statement, window: Window, recalls: Sequence[float]) -> tuple[Flip, ...]:
    """Flips against the wordings that the window is about; none when it agrees with any of them."""
    best = max(recalls, default=0.0)
    if best < 0.12:
        return ()
    found: tuple[Flip, ...] = ()
    for text, recall in zip(statement.texts, recalls, strict=True):
        if recall >= NEAR * best:
            turned = tuple(flips(text, window.text))
            if not turned:
                return ()
            found = found or turned
    return found
