"""Fit the small heads: coefficients from signals to a probability, never refitting on what they are measured on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from greenroom.grading.batch import Task, signals
from greenroom.grading.head import Signals
from greenroom.grading.measure import Subject
from greenroom.grading.models import Models
from greenroom.grading.text import Lang

from .answers import authored, bare, denials, labelled, mentions, strangers

TIERS: dict[str, tuple[str, ...]] = {
    "rules": (),
    "encoder": ("cosine", "cosine_apart", "cosine_clauses"),
    "full": ("cosine", "cosine_apart", "cosine_clauses", "states", "states_all", "contradicts"),
}
"""The signals that each tier adds to those of the rules."""
MODEL_SIGNALS = set(TIERS["full"])
HARMFUL = frozenset({"contradicts", "flipped", "no_patterns"})
"""Signals that may only lower a score; every other one may only raise it, so that the head transfers to other subjects."""
CONSTANT = 1e-9
"""A signal that varies less than this is the same everywhere."""
Sign = Callable[[str], tuple[float | None, float | None]]
"""The bounds of a signal's coefficient."""


def helpful(name: str) -> tuple[float | None, float | None]:
    """Bounds that follow from HARMFUL."""
    return (None, None) if name == "bias" else (None, 0.0) if name in HARMFUL else (0.0, None)


def fit_logistic(
    rows: Sequence[Signals], targets: Sequence[float], names: Sequence[str], penalty: float = 1e-4, sign: Sign = helpful
) -> dict[str, float]:
    """Ridge logistic regression on standardised signals, each coefficient held within its bounds; targets in 0..1."""
    x = np.array([[row[n] for n in names] for row in rows])
    y = np.asarray(targets)
    scale = np.array(
        [1.0 if n == "bias" or column.std() < CONSTANT else column.std() for n, column in zip(names, x.T, strict=True)]
    )
    free = np.array([float(n != "bias") for n in names])
    z = x / scale

    def cost(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logit = z @ w
        p = 1 / (1 + np.exp(-np.clip(logit, -40, 40)))
        loss = float(np.mean(np.logaddexp(0, logit) - y * logit) + penalty * (free * w) @ w)
        return loss, z.T @ (p - y) / len(y) + 2 * penalty * free * w

    found = minimize(cost, np.zeros(len(names)), jac=True, bounds=[sign(n) for n in names], method="L-BFGS-B")
    return {name: round(float(value), 4) for name, value in zip(names, found.x / scale, strict=True)}


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


MENTION = ("bias", "full", "patterns", "no_patterns", "recall", "recall_free", "precision", "about")
STATING = frozenset(
    {
        *MENTION,
        *("mentioned", "cosine", "states", "states_best", "margin", "margin_mean"),
        *("leaning", "leaning_least", "leaning_mean", "all_leaning", "all_leaning_mean"),
        *("all_mentioned", "all_margin", "all_margin_mean"),
    }
) - {"no_patterns"}
"""Signals that speak for a claim's being stated."""
TURNING = (
    *(
        "no_patterns",
        "flips",
        "negation",
        "flips_any",
        "trap_lead",
        "trap_full",
        "trap_full_lead",
        "trap_near",
        "contradicts",
    ),
    "contradicts_best",
    *("all_flips_any", "all_negation", "all_trap_lead", "all_trap_full_lead"),
)
"""Signals that speak against it."""
ABOUT = frozenset({"mentioned", "cosine", "recall", "patterns"})
"""Signals of a mention: needed for a contradiction too."""
OPEN = frozenset({"bias", "full", "recall_free", "no_patterns", "all_mentioned"})


def for_stated(name: str) -> tuple[float | None, float | None]:
    """Bounds of the head that says whether a claim is stated."""
    return (None, None) if name == "bias" else (0.0, None) if name in STATING else (None, 0.0)


def for_contradicted(name: str) -> tuple[float | None, float | None]:
    """Bounds of the head that says whether a claim is contradicted."""
    if name in OPEN:
        return None, None
    return (None, 0.0) if name in STATING - ABOUT else (0.0, None)


WORTH = {"covered": 1.0, "partly": 0.6, "missing": 0.0, "contradicted": 0.0}
"""How far a claim of each label counts as stated."""
PENALTY = 2e-3


Table = dict[str, dict[str, float]]
"""tier → coefficients."""


def fit_mentions(folders: Sequence[Path], lang: Lang, models: Models, seed: int) -> Table:
    """Whether a window is about a claim."""
    table = {}
    for tier, used in _tiers(lang, models).items():
        met = list(mentions(folders, lang, used, Random(seed)))
        names = [*MENTION, *(["cosine"] if tier == "full" else [])]
        table[tier] = fit_logistic([m for m, _ in met], [float(t) for _, t in met], names)
    return table


def fit_verdicts(
    folders: Sequence[Path], answers: Path, items: Mapping[str, Subject], lang: Lang, models: Models, seed: int
) -> dict[str, Table]:
    """Whether a claim is stated, and whether it is contradicted, upon the mention head in force."""
    table: dict[str, Table] = {"stated": {}, "contradicted": {}}
    own = {f"theory/{folder.name}": items[f"theory/{folder.name}"] for folder in folders}
    for tier, used in _tiers(lang, models).items():
        seen = [*labelled(answers, items, lang, used), *authored(folders, items, lang, used)]
        seen += strangers(own, lang, used, Random(seed), each=1)
        names = [name for name in (*sorted(STATING), *TURNING) if name in seen[0][0]]
        for question, (worth, sign) in {
            "stated": (WORTH, for_stated),
            "contradicted": ({"contradicted": 1.0}, for_contradicted),
        }.items():
            targets = [worth.get(truth, 0.0) for _, truth in seen]
            table[question][tier] = fit_logistic([s for s, _ in seen], targets, names, PENALTY, sign)
    return table


def fit_told(
    folders: Sequence[Path], answers: Path, items: Mapping[str, Subject], lang: Lang, models: Models, seed: int
) -> Table:
    """Whether a claim is stated of which there is one sentence and no more, upon the mention head in force. One sentence cannot
    tell a claim from its inversion, so those are left out."""
    known = {name: bare(subject) for name, subject in items.items()}
    own = {f"theory/{folder.name}": known[f"theory/{folder.name}"] for folder in folders}
    table = {}
    for tier, used in _tiers(lang, models).items():
        seen = [*labelled(answers, known, lang, used), *authored(folders, known, lang, used)]
        seen += strangers(own, lang, used, Random(seed), each=3)
        seen = [case for case in seen if case[1] != "contradicted"]
        names = [name for name in (*sorted(STATING), *TURNING) if name in seen[0][0]]
        targets = [WORTH[truth] for _, truth in seen]
        table[tier] = fit_logistic([s for s, _ in seen], targets, names, PENALTY, for_stated)
    return table


DENYING = frozenset({"strength", "mentioned", "recall", "share", "turned", "same", "cosine", "contradicts"})
"""Signals that speak for a denial."""


def for_denied(name: str) -> tuple[float | None, float | None]:
    """Bounds of the head that says whether a negation denies a claim. The leaning may help either way: a negated copy of a claim
    has all of its words."""
    return (None, None) if name in ("bias", "leaning") else (0.0, None) if name in DENYING else (None, 0.0)


def fit_denials(
    folders: Sequence[Path], answers: Path, items: Mapping[str, Subject], lang: Lang, models: Models
) -> Table:
    """Whether a negation denies a claim."""
    table = {}
    for tier, used in _tiers(lang, models).items():
        seen = list(denials(folders, answers, items, lang, used))
        table[tier] = fit_logistic(
            [s for s, _ in seen], [float(t) for _, t in seen], list(seen[0][0]), PENALTY, for_denied
        )
    return table


def _tiers(lang: Lang, models: Models) -> dict[str, Models]:
    return {"rules": Models.none(), **({"full": models} if lang in models.readers else {})}
