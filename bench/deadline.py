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

from greenroom.learning.deadline import Costs, Target, plan_session
from greenroom.learning.memory import AGAIN, GOOD, Committee, Deck, Floats, Fsrs

MODEL = Fsrs()
RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.90, 0.95)
FIRST, KEPT, FORGOT = 40.0, 10.0, 25.0
PROBE = 0.05


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


class HalfLifeTruth:
    """Exponential forgetting whose half-life grows with each success and shrinks with each failure (Settles & Meeder 2016)."""

    def __init__(self, n: int, rng: np.random.Generator) -> None:
        self.half_life = np.exp(rng.normal(np.log(3.0), 0.5, n))
        self.last = np.full(n, np.nan)

    def recall(self, at: float) -> Floats:
        return np.nan_to_num(2 ** (-(at - self.last) / self.half_life))

    def study(self, card: int, right: bool, at: float) -> None:
        if not np.isnan(self.last[card]):
            spacing = 1 - 2 ** (-(at - self.last[card]) / self.half_life[card])
            self.half_life[card] *= 1 + 4 * spacing if right else 0.6
        elif not right:
            self.half_life[card] *= 0.6
        self.half_life[card] = np.clip(self.half_life[card], 0.3, 270)
        self.last[card] = at


Truth = FsrsTruth | ActivationTruth | HalfLifeTruth
Policy = Callable[[Deck, Committee, float, float], list[int]]


def fixed_retention(retention: float) -> Policy:
    """FSRS as commonly used: due cards first, most overdue first, then new ones."""

    def order(deck: Deck, _memory: Committee, now: float, _budget: float) -> list[int]:
        due = np.maximum(np.round(MODEL.interval(deck.stability, retention)), 1) <= np.round(now - deck.last)
        waiting = np.flatnonzero(due & ~deck.fresh)
        return [*waiting[np.argsort(deck.recall(MODEL, now)[waiting], kind="stable")], *np.flatnonzero(deck.fresh)]

    return order


def deadline(scenario: Scenario, weights: list[Floats]) -> Policy:
    """The scheduler under test."""
    costs = Costs.uniform(scenario.cards, FIRST, KEPT, FORGOT)
    targets = [Target(day + 0.5, w) for day, w in zip(scenario.dates, weights, strict=True)]

    def order(_deck: Deck, memory: Committee, now: float, budget: float) -> list[int]:
        return [p.card for p in plan_session(memory, targets, costs, now=now, budget=1.5 * budget, probe=PROBE)]

    return order


def run(scenario: Scenario, policy: Policy, truth: Truth, weights: list[Floats], seed: int) -> tuple[float, float]:
    """(mean weighted recall at the interviews' hours, largest day's minutes over its budget)."""
    rng = np.random.default_rng(seed)
    deck, memory = Deck.new(scenario.cards), Committee(scenario.cards)
    scores: list[float] = []
    worst = 0.0
    for day in range(scenario.days + 1):
        now, spent, budget = float(day), 0.0, 60 * scenario.minutes
        if day in scenario.dates:
            w = weights[scenario.dates.index(day)]
            scores.append(float((truth.recall(day + 0.5) * w).sum() / w.sum()))
        if day == scenario.days:
            break
        chance = truth.recall(now)
        for card in policy(deck, memory, now, budget):
            if spent >= budget:
                break
            first = bool(np.isnan(deck.stability[card]))
            right = bool(rng.random() < (0.6 if first else chance[card]))
            spent += FIRST if first else KEPT if right else FORGOT
            truth.study(card, right, now)
            deck.study(MODEL, card, GOOD if right else AGAIN, now)
            memory.study(card, GOOD if right else AGAIN, now)
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
    for family in (FsrsTruth, ActivationTruth, HalfLifeTruth):
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
