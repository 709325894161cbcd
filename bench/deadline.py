"""Deadline scheduling against FSRS at fixed retentions, by simulated learners with equal minutes.

    python -m bench.deadline [SEEDS]

The truth is either FSRS-6 with a stability error a card that no policy knows, or an activation model of another family (Pavlik &
Anderson 2005: decay depends on activation at practice), so that the scheduler cannot win by sharing the truth's formulas.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from greenroom.learning.calibrate import Reviews, calibrate
from greenroom.learning.deadline import Costs, Target, plan_session
from greenroom.learning.memory import AGAIN, GOOD, Deck, Floats, Fsrs

MODEL = Fsrs()
RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95)
FIRST, KEPT, FORGOT = 40.0, 10.0, 25.0


@dataclass(frozen=True)
class Scenario:
    name: str
    days: int
    minutes: float
    cards: int
    interviews: tuple[int, ...] = ()
    tight: bool = True

    @property
    def dates(self) -> tuple[int, ...]:
        return self.interviews or (self.days,)


SCENARIOS = (
    Scenario("14 d, 20 min, 600 cards", 14, 20, 600),
    Scenario("30 d, 15 min, 900 cards", 30, 15, 900),
    Scenario("30 d, 25 min, 900 cards", 30, 25, 900),
    Scenario("60 d, 12 min, 900 cards", 60, 12, 900),
    Scenario("30 d, 20 min, 800 cards, 3 interviews", 30, 20, 800, (14, 21, 30)),
    Scenario("30 d, 30 min, 600 cards (slack)", 30, 30, 600, tight=False),
)


class FsrsTruth:
    """FSRS-6 whose stabilities are off by a hidden log-normal factor a card."""

    def __init__(self, n: int, rng: np.random.Generator) -> None:
        self.factor = np.exp(rng.normal(0, 0.5, n))
        self.deck = Deck.new(n)

    def recall(self, at: float) -> Floats:
        return MODEL.recall(self.deck.stability * self.factor, at - self.deck.last)

    def study(self, card: int, right: bool, at: float) -> None:
        self.deck.study(MODEL, card, GOOD if right else AGAIN, at)


class ActivationTruth:
    """Recall from summed traces t^-d with d = c·exp(activation at practice) + a (Pavlik & Anderson 2005)."""

    def __init__(self, n: int, rng: np.random.Generator) -> None:
        self.ease = rng.normal(0, 0.3, n)
        self.times = np.full((n, 64), np.nan)
        self.decays = np.full((n, 64), np.nan)
        self.count = np.zeros(n, dtype=int)

    def _activation(self, rows: slice | int, at: float) -> Floats:
        age = np.maximum((at - self.times[rows]) * 24, 0.05)
        total = np.nansum(age ** -self.decays[rows], axis=-1)
        return np.log(np.maximum(total, 1e-9)) + self.ease[rows]

    def recall(self, at: float) -> Floats:
        chance = 1 / (1 + np.exp(-(self._activation(slice(None), at) + 1.1) / 0.35))
        return np.where(self.count > 0, chance, 0.0)

    def study(self, card: int, right: bool, at: float) -> None:
        if self.count[card] < self.times.shape[1]:
            before = float(self._activation(card, at)) if self.count[card] else -9.0
            self.times[card, self.count[card]] = at
            self.decays[card, self.count[card]] = 0.217 * np.exp(before) + (0.177 if right else 0.25)
            self.count[card] += 1


Truth = FsrsTruth | ActivationTruth
Policy = Callable[[Deck, float, float, "Log"], list[int]]


class Log:
    """What the learner's reviews showed so far; all that a policy may know of the truth."""

    def __init__(self) -> None:
        self.rows: list[tuple[float, float, bool]] = []
        self.first: list[bool] = []

    def add(self, stability: float, elapsed: float, right: bool) -> None:
        if np.isnan(stability):
            self.first.append(right)
        else:
            self.rows.append((stability, elapsed, right))

    def reviews(self) -> Reviews:
        rows = np.array(self.rows, dtype=float).reshape(-1, 3)
        return Reviews(rows[:, 0], rows[:, 1], rows[:, 2] > 0.5)


def fixed_retention(retention: float) -> Policy:
    """FSRS as commonly used: due cards first, most overdue first, then new ones."""

    def order(deck: Deck, now: float, _budget: float, _log: Log) -> list[int]:
        due = np.maximum(np.round(MODEL.interval(deck.stability, retention)), 1) <= np.round(now - deck.last)
        waiting = np.flatnonzero(due & ~deck.fresh)
        return [*waiting[np.argsort(deck.recall(MODEL, now)[waiting], kind="stable")], *np.flatnonzero(deck.fresh)]

    return order


def deadline(scenario: Scenario, weights: list[Floats]) -> Policy:
    """The scheduler under test."""
    costs = Costs.uniform(scenario.cards, FIRST, KEPT, FORGOT)
    targets = [Target(day + 0.5, w) for day, w in zip(scenario.dates, weights, strict=True)]

    def order(deck: Deck, now: float, budget: float, log: Log) -> list[int]:
        own = calibrate(MODEL, log.reviews())
        return [p.card for p in plan_session(deck, own, targets, costs, now=now, budget=1.5 * budget, probe=0.15)]

    return order


def run(scenario: Scenario, policy: Policy, truth: Truth, weights: list[Floats], seed: int) -> tuple[float, float]:
    """(mean weighted recall at the interviews' hours, largest day's minutes over its budget)."""
    rng = np.random.default_rng(seed)
    deck, scores, worst, log = Deck.new(scenario.cards), [], 0.0, Log()
    for day in range(scenario.days + 1):
        now, spent, budget = float(day), 0.0, 60 * scenario.minutes
        if day in scenario.dates:
            w = weights[scenario.dates.index(day)]
            scores.append(float((truth.recall(day + 0.5) * w).sum() / w.sum()))
        if day == scenario.days:
            break
        chance = truth.recall(now)
        for card in policy(deck, now, budget, log):
            if spent >= budget:
                break
            first = bool(np.isnan(deck.stability[card]))
            right = bool(rng.random() < (0.6 if first else chance[card]))
            spent += FIRST if first else KEPT if right else FORGOT
            log.add(deck.stability[card], now - deck.last[card], right)
            truth.study(card, right, now)
            deck.study(MODEL, card, GOOD if right else AGAIN, now)
        worst = max(worst, spent / budget)
    return float(np.mean(scores)), worst


def weights_of(scenario: Scenario, seed: int) -> list[Floats]:
    """All cards alike for one interview; for several, each asks its own half of the cards."""
    if len(scenario.dates) == 1:
        return [np.ones(scenario.cards)]
    rng = np.random.default_rng(10_000 + seed)
    return [(rng.random(scenario.cards) < 0.5).astype(float) + 0.1 for _ in scenario.dates]


def compare(scenario: Scenario, family: type[Truth], seeds: int) -> dict[str, Floats]:
    """Policy → recall a seed."""
    found: dict[str, list[float]] = {f"{r:.2f}": [] for r in RETENTIONS} | {"deadline": [], "worst day": []}
    for seed in range(seeds):
        weights = weights_of(scenario, seed)
        policies = {f"{r:.2f}": fixed_retention(r) for r in RETENTIONS} | {"deadline": deadline(scenario, weights)}
        for name, policy in policies.items():
            truth = family(scenario.cards, np.random.default_rng(seed))
            score, worst = run(scenario, policy, truth, weights, seed)
            found[name].append(score)
            if name == "deadline":
                found["worst day"].append(worst)
    return {name: np.array(scores) for name, scores in found.items()}


def main(seeds: int) -> None:
    for family in (FsrsTruth, ActivationTruth):
        print(f"\ntruth: {family.__name__}, {seeds} seeds")
        for scenario in SCENARIOS:
            found = compare(scenario, family, seeds)
            mean = {k: float(v.mean()) for k, v in found.items()}
            best = max(mean[f"{r:.2f}"] for r in RETENTIONS)
            fixed = " ".join(f"{r:.2f}:{mean[f'{r:.2f}']:.3f}" for r in RETENTIONS)
            print(
                f"{scenario.name:40} {fixed}  deadline {mean['deadline']:.3f}  over .90 {mean['deadline'] / mean['0.90'] - 1:+.1%}"
                f"  over best {mean['deadline'] / best - 1:+.1%}  worst day {found['worst day'].max():.2f}"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
