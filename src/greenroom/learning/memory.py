"""FSRS-6 over arrays, and a committee of its variants that learns how one person forgets.

The formulas are those of the `fsrs` package (open-spaced-repetition, FSRS-6), which is the reference in the tests; here they run on
whole decks at once, with fractional days, because the deadline scheduler asks about every card at every interview. Time is in
days since any fixed origin. A card that was never studied has stability NaN.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

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
    """The memory model: 21 FSRS-6 parameters, `w` of shape (21,), or (21, m, 1) for m models at once.

    With m models, stabilities and difficulties are (m, n); every formula broadcasts.
    """

    w: Floats = field(default_factory=_parameters)

    def recall(self, stability: Floats, elapsed: Floats | float) -> Floats:
        """Probability of recall `elapsed` days after the last review; 0 for cards never studied."""
        decay = -self.w[20]
        factor = 0.9 ** (1 / decay) - 1
        days = np.maximum(elapsed, 0.0)
        return np.asarray(np.nan_to_num((1 + factor * days / stability) ** decay, nan=0.0))

    def interval(self, stability: Floats, retention: float) -> Floats:
        """Days until recall falls to `retention`."""
        decay = -self.w[20]
        return np.asarray(stability / (0.9 ** (1 / decay) - 1) * (retention ** (1 / decay) - 1))

    def first(self, grade: int) -> tuple[Floats, Floats]:
        """(stability in days, difficulty 1–10) after a first study with this grade; scalars, or (m, 1)."""
        return np.maximum(self.w[grade - 1], STABILITY_MIN), np.clip(self._start(grade), 1, 10)

    def review(
        self, stability: Floats, difficulty: Floats, elapsed: Floats | float, grade: int
    ) -> tuple[Floats, Floats]:
        """(stability, difficulty) after a review with `grade`, `elapsed` days after the last; within a day it is short-term."""
        days = np.maximum(elapsed, 0.0)
        rule = self._forgot if grade == AGAIN else self._kept
        after = np.where(days < 1, self._same_day(stability, grade), rule(stability, difficulty, days, grade))
        return np.maximum(after, STABILITY_MIN), self._next_difficulty(difficulty, grade)

    def _start(self, grade: int) -> Floats:
        return np.asarray(self.w[4] - np.exp(self.w[5] * (grade - 1)) + 1)

    def _next_difficulty(self, difficulty: Floats, grade: int) -> Floats:
        moved = difficulty - (10 - difficulty) * self.w[6] * (grade - 3) / 9
        return np.asarray(np.clip(self.w[7] * self._start(EASY) + (1 - self.w[7]) * moved, 1, 10))

    def _same_day(self, stability: Floats, grade: int) -> Floats:
        growth = np.exp(self.w[17] * (grade - 3 + self.w[18])) * stability ** -self.w[19]
        return np.asarray(stability * (np.maximum(growth, 1) if grade >= HARD else growth))

    def _forgot(self, stability: Floats, difficulty: Floats, days: Floats | float, _grade: int) -> Floats:
        w = self.w
        surprise = np.exp((1 - self.recall(stability, days)) * w[14])
        long = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * surprise
        return np.asarray(np.minimum(long, stability / np.exp(w[17] * w[18])))

    def _kept(self, stability: Floats, difficulty: Floats, days: Floats | float, grade: int) -> Floats:
        w = self.w
        factor = {HARD: w[15], GOOD: 1.0, EASY: w[16]}[grade]
        surprise = np.exp((1 - self.recall(stability, days)) * w[10]) - 1
        return np.asarray(stability * (1 + np.exp(w[8]) * (11 - difficulty) * stability ** -w[9] * surprise * factor))


@dataclass(slots=True)
class Deck:
    """The memory states of n cards under one model (n) or m models (m, n): `stability` in days, NaN when new, and `difficulty`.

    `last` (n) is the time of each card's last review.
    """

    stability: Floats
    difficulty: Floats
    last: Floats

    @classmethod
    def new(cls, cards: int, models: int | None = None) -> Deck:
        shape = (cards,) if models is None else (models, cards)
        return cls(np.full(shape, np.nan), np.full(shape, np.nan), np.full(cards, np.nan))

    @property
    def fresh(self) -> Mask:
        """Which cards were never studied (n)."""
        return np.isnan(self.last)

    def recall(self, model: Fsrs, at: float) -> Floats:
        """Each card's probability of recall at time `at`."""
        return model.recall(self.stability, at - self.last)

    def study(self, model: Fsrs, card: int, grade: int, at: float) -> None:
        """Record one review of one card."""
        one = (..., slice(card, card + 1))
        if np.isnan(self.last[card]):
            self.stability[one], self.difficulty[one] = model.first(grade)
        else:
            elapsed = at - float(self.last[card])
            self.stability[one], self.difficulty[one] = model.review(
                self.stability[one], self.difficulty[one], elapsed, grade
            )
        self.last[card] = at


START = (0.4, 1.0, 2.0)
"""How many times longer than FSRS' average person a member believes that first memories last."""
DECAY = (0.08, DEFAULT_PARAMETERS[20], 0.35, 0.9)
"""Exponents of forgetting: the larger, the nearer to exponential."""
GROWTH = (-0.7, 0.0, 0.7)
"""Added to the logarithm of how much a successful review strengthens."""


class Committee:
    """Variants of FSRS-6 that vote by how well each predicted this person's reviews so far (Bayesian model averaging).

    Fitting 21 parameters needs thousands of reviews; choosing among a few dozen plausible people needs a few dozen.
    """

    def __init__(self, cards: int) -> None:
        members = list(product(START, DECAY, GROWTH))
        w = np.repeat(_parameters()[:, None, None], len(members), axis=1)
        start, decay, growth = (np.array(column)[:, None] for column in zip(*members, strict=True))
        w[:4] *= start
        w[20] = decay
        w[8] += growth
        self.model = Fsrs(w)
        self.deck = Deck.new(cards, len(members))
        distance = np.log(start) ** 2 + (np.log(decay / DEFAULT_PARAMETERS[20]) / 1.5) ** 2 + growth**2
        self.log_odds: Floats = -2 * distance[:, 0]

    @property
    def weights(self) -> Floats:
        """Each member's posterior probability (m)."""
        odds = np.exp(self.log_odds - self.log_odds.max())
        return np.asarray(odds / odds.sum())

    def recall(self, at: float) -> Floats:
        """Each card's probability of recall at `at` (n), averaged over the members."""
        return np.asarray(self.weights @ self.deck.recall(self.model, at))

    def study(self, card: int, grade: int, at: float) -> None:
        """Record a review; one a day or more after the last also moves the votes."""
        last = float(self.deck.last[card])
        if at - last >= 1:
            chance = np.clip(self.model.recall(self.deck.stability[:, card : card + 1], at - last)[:, 0], 0.02, 0.98)
            self.log_odds = self.log_odds + np.log(chance if grade > AGAIN else 1 - chance)
        self.deck.study(self.model, card, grade, at)


def grade_of(score: float, *, unaided: bool = True, quick: bool = False) -> int:
    """FSRS grade from measured performance: `score` 0..1 as judged, not self-rated; hints make it HARD at best."""
    if score < 0.5:
        return AGAIN
    if score < 0.8 or not unaided:
        return HARD
    return EASY if quick and score >= 0.95 else GOOD
