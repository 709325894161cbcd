"""Fit the small heads: coefficients from signals to a probability, never refitting on what they are measured on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from greenroom.grading.batch import Task, signals
from greenroom.grading.models import Models
from greenroom.grading.text import Lang

from .answers import rows

Signals = Mapping[str, float]
TIERS: dict[str, tuple[str, ...]] = {
    "rules": (),
    "encoder": ("cosine", "cosine_apart", "cosine_clauses"),
    "full": ("cosine", "cosine_apart", "cosine_clauses", "states", "states_all", "contradicts"),
}
"""The signals that each tier adds to those of the rules."""
MODEL_SIGNALS = set(TIERS["full"])
HARMFUL = {"contradicts", "flipped", "no_patterns"}
"""Signals that may only lower a score; every other one may only raise it, so that the head transfers to other subjects."""


def fit_logistic(
    rows: Sequence[Signals], targets: Sequence[float], names: Sequence[str], penalty: float = 1e-4
) -> dict[str, float]:
    """Ridge logistic regression with the sign of each coefficient held to its meaning; targets in 0..1."""
    x = np.array([[row[n] for n in names] for row in rows])
    y = np.asarray(targets)
    bounds = [(None, None) if n == "bias" else (None, 0.0) if n in HARMFUL else (0.0, None) for n in names]

    def cost(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = x @ w
        p = 1 / (1 + np.exp(-np.clip(z, -40, 40)))
        kept = np.array([0.0 if n == "bias" else 1.0 for n in names]) * w
        loss = float(np.mean(np.logaddexp(0, z) - y * z) + penalty * kept @ kept)
        return loss, x.T @ (p - y) / len(y) + 2 * penalty * kept

    found = minimize(cost, np.zeros(len(names)), jac=True, bounds=bounds, method="L-BFGS-B")
    return {name: round(float(value), 4) for name, value in zip(names, found.x, strict=True)}


def student_answers(folder: Path, corpus: str, split: str, most: int) -> list[dict[str, Any]]:
    """At most `most` SemEval-2013 answers of a corpus and split, spread evenly."""
    with gzip.open(folder / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
        found: list[dict[str, Any]] = [r for r in map(json.loads, lines) if r["split"] == split]
    return found[:: max(1, len(found) // most)]


def nearest_reference(row: Mapping[str, Any]) -> str:
    """The reference that shares most words with the answer."""
    words = set(row["answer"].lower().split())
    found: str = max(row["references"], key=lambda r: len(words & set(r.lower().split())))
    return found


def fit_batch(folder: Path, models: Models, most: int = 1500) -> dict[str, dict[str, float]]:
    """The batch head: tier → coefficients, from the train splits."""
    found = [row for corpus in ("beetle", "scientsbank") for row in student_answers(folder, corpus, "train", most)]
    given = [signals(Task(row["question"], nearest_reference(row), row["answer"]), models) for row in found]
    targets = [float(row["label"] == "correct") for row in found]
    base = [n for n in given[0] if n not in MODEL_SIGNALS]
    tiers = {tier: extra for tier, extra in TIERS.items() if all(e in given[0] for e in extra)}
    return {tier: fit_logistic(given, targets, [*base, *extra], penalty=1e-2) for tier, extra in tiers.items()}


MENTION = ("bias", "full", "patterns", "no_patterns", "recall", "recall_free", "precision")


def fit_claims(folders: Sequence[Path], lang: Lang, models: Models, seed: int) -> dict[str, dict[str, float]]:
    """The claim head: tier → coefficients. `rules` and `encoder` say whether a claim is mentioned, `full` whether it is stated."""
    found = [row for row in rows(folders, lang, models, Random(seed)) if row[0]]
    signal, mentions, states = [f[0] for f in found], [float(f[1]) for f in found], [float(f[2]) for f in found]
    table = {"rules": fit_logistic(signal, mentions, MENTION)}
    if all("cosine" in s for s in signal):
        table["encoder"] = fit_logistic(signal, mentions, [*MENTION, "cosine"])
        judged = [(s, t) for s, t in zip(signal, states, strict=True) if "states" in s]
        names = [*MENTION, "cosine", "states", "contradicts"]
        table["full"] = fit_logistic([s for s, _ in judged], [t for _, t in judged], names)
    return table
