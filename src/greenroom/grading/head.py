"""Small calibrated heads: from named signals to a probability. Coefficients are data (`weights/head.json`), fitted by
`python -m greenroom.grading.train heads`; docs/models/entailment.md has the figures."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from .align import Mention
from .text import Lang

Signals = Mapping[str, float]
Question = Literal["mentioned", "stated", "told", "contradicted", "denied"]
Tier = Literal["rules", "full"]


def mentioned(met: Mention, patterned: bool, lang: Lang) -> float:
    """The probability that a window is about a claim, whether or not it gets it right."""
    return probability("mentioned", mention_signals(met, patterned), lang)


def mention_signals(met: Mention, patterned: bool) -> dict[str, float]:
    """How a window meets a claim; `cosine` is absent without a reader."""
    known = {
        "bias": 1.0,
        "full": float(met.full and patterned),
        "patterns": met.patterns if patterned else 0.0,
        "no_patterns": float(not patterned),
        "recall": met.recall,
        "recall_free": met.recall * (not patterned),
        "precision": met.precision,
        "about": met.about,
    }
    return known if math.isnan(met.cosine) else known | {"cosine": met.cosine}


def tier_of(known: Signals) -> Tier:
    """Which coefficients go with these signals."""
    return "full" if "cosine" in known else "rules"


def probability(question: Question, known: Signals, lang: Lang) -> float:
    """The calibrated probability, 0..1."""
    table = coefficients()[lang][question][tier_of(known)]
    return squash(math.fsum(table.get(name, 0.0) * value for name, value in known.items()))


@lru_cache(maxsize=1)
def coefficients() -> Mapping[str, Mapping[str, Mapping[str, Mapping[str, float]]]]:
    """language → question → tier → signal → coefficient."""
    loaded: Mapping[str, Mapping[str, Mapping[str, Mapping[str, float]]]] = json.loads(
        files("greenroom.grading").joinpath("weights/head.json").read_text("utf-8")
    )
    return loaded


def squash(logit: float) -> float:
    """The logistic function, safe for any size."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


def unsquash(chance: float, most: float = 4.0) -> float:
    """The logit of a probability, held to ±`most`."""
    return max(-most, min(most, math.log((chance + 1e-6) / (1 - chance + 1e-6))))
