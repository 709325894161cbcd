"""FSRS-6 over arrays: what is recalled when, and what a review changes.

The formulas are those of the `fsrs` package (open-spaced-repetition, FSRS-6), which is the reference in the tests; here they run on
whole decks at once, with fractional days, because the deadline scheduler asks about every card at every interview. Time is in
days since any fixed origin. A card that was never studied has stability NaN.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
STABILITY_MIN = 0.001


def _parameters() -> Floats:
    return np.array(DEFAULT_PARAMETERS, dtype=float)


@dataclass(frozen=True, slots=True)
class Fsrs:
    """A memory model: 21 FSRS-6 parameters, and one person's `scale` by which every stability is longer than stated."""

    w: Floats = field(default_factory=_parameters)
    scale: float = 1.0

    def recall(self, stability: Floats, elapsed: Floats | float) -> Floats:
        """Probability of recall `elapsed` days after the last review; 0 for cards never studied."""
        decay = -self.w[20]
        factor = 0.9 ** (1 / decay) - 1
        days = np.maximum(elapsed, 0.0)
        return np.nan_to_num((1 + factor * days / (self.scale * stability)) ** decay, nan=0.0)

    def interval(self, stability: Floats, retention: float) -> Floats:
        """Days until recall falls to `retention`."""
        decay = -self.w[20]
        return np.asarray(self.scale * stability / (0.9 ** (1 / decay) - 1) * (retention ** (1 / decay) - 1))

    def first(self, grade: int) -> tuple[float, float]:
        """(stability in days, difficulty 1–10) after a first study with this grade."""
        return max(float(self.w[grade - 1]), STABILITY_MIN), float(np.clip(self._start(grade), 1, 10))

    def review(self, stability: Floats, difficulty: Floats, elapsed: Floats | float, grade: int) -> tuple[Floats, Floats]:
        """(stability, difficulty) after a review with `grade`, `elapsed` days after the last; within a day it is short-term."""
        days = np.broadcast_to(np.maximum(elapsed, 0.0), stability.shape)
        long = self._forgot(stability, difficulty, days) if grade == AGAIN else self._kept(stability, difficulty, days, grade)
        after = np.where(days < 1, self._same_day(stability, grade), long)
        return np.maximum(after, STABILITY_MIN), self._next_difficulty(difficulty, grade)

    def _start(self, grade: int) -> float:
        return float(self.w[4] - np.exp(self.w[5] * (grade - 1)) + 1)

    def _next_difficulty(self, difficulty: Floats, grade: int) -> Floats:
        moved = difficulty - (10 - difficulty) * self.w[6] * (grade - 3) / 9
        return np.clip(self.w[7] * self._start(EASY) + (1 - self.w[7]) * moved, 1, 10)

    def _same_day(self, stability: Floats, grade: int) -> Floats:
        growth = np.exp(self.w[17] * (grade - 3 + self.w[18])) * stability ** -self.w[19]
        return np.asarray(stability * (np.maximum(growth, 1) if grade >= HARD else growth))

    def _forgot(self, stability: Floats, difficulty: Floats, days: Floats) -> Floats:
        w = self.w
        surprise = np.exp((1 - self.recall(stability, days)) * w[14])
        long = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * surprise
        return np.minimum(long, stability / np.exp(w[17] * w[18]))

    def _kept(self, stability: Floats, difficulty: Floats, days: Floats, grade: int) -> Floats:
        w = self.w
        factor = {HARD: w[15], GOOD: 1.0, EASY: w[16]}[grade]
        surprise = np.exp((1 - self.recall(stability, days)) * w[10]) - 1
        return np.asarray(stability * (1 + np.exp(w[8]) * (11 - difficulty) * stability ** -w[9] * surprise * factor))


@dataclass(slots=True)
class Deck:
    """The memory states of n cards: `stability` (days, NaN when new), `difficulty` (1–10), `last` review (days)."""

    stability: Floats
    difficulty: Floats
    last: Floats

    @classmethod
    def new(cls, n: int) -> Deck:
        return cls(np.full(n, np.nan), np.full(n, np.nan), np.full(n, np.nan))

    @property
    def fresh(self) -> Mask:
        """Which cards were never studied."""
        return np.isnan(self.stability)

    def recall(self, model: Fsrs, at: float) -> Floats:
        """Each card's probability of recall at time `at`."""
        return model.recall(self.stability, at - self.last)

    def study(self, model: Fsrs, card: int, grade: int, at: float) -> None:
        """Record one review of one card."""
        if np.isnan(self.stability[card]):
            self.stability[card], self.difficulty[card] = model.first(grade)
        else:
            one = slice(card, card + 1)
            after: tuple[Any, Any] = model.review(self.stability[one], self.difficulty[one], at - float(self.last[card]), grade)
            self.stability[card], self.difficulty[card] = after[0][0], after[1][0]
        self.last[card] = at


def grade_of(score: float, *, unaided: bool = True, quick: bool = False) -> int:
    """FSRS grade from measured performance: `score` 0..1 as judged, not self-rated; hints make it HARD at best."""
    if score < 0.5:
        return AGAIN
    if score < 0.8 or not unaided:
        return HARD
    return EASY if quick and score >= 0.95 else GOOD
