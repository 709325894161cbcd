"""From the signals of one claim to a calibrated probability that it is stated. Coefficients are data (`head.json`), fitted by
`python -m greenroom.grading.train head` on answers whose items are left out in turn."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from .align import Mention
from .text import Lang

FEATURES = (
    "bias",
    "full",
    "patterns",
    "no_patterns",
    "recall",
    "recall_free",
    "precision",
    "cosine",
    "states",
    "contradicts",
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the entailment model thinks of (window, claim): probabilities of `states` and `contradicts`."""

    states: float
    contradicts: float


def features(mention: Mention, patterned: bool, opinion: Opinion | None) -> dict[str, float]:
    """The named inputs of the head. Signals of absent models are absent."""
    known = {
        "bias": 1.0,
        "full": float(mention.full and patterned),
        "patterns": mention.patterns if patterned else 0.0,
        "no_patterns": float(not patterned),
        "recall": mention.recall,
        "recall_free": mention.recall * (not patterned),
        "precision": mention.precision,
    }
    if not math.isnan(mention.cosine):
        known["cosine"] = mention.cosine
    if opinion is not None:
        known |= {"states": opinion.states, "contradicts": opinion.contradicts}
    return known


def tier_of(known: Mapping[str, float]) -> str:
    """Which layers gave signals: rules, encoder, entail or full."""
    return {(False, False): "rules", (True, False): "encoder", (False, True): "entail", (True, True): "full"}[
        ("cosine" in known, "states" in known)
    ]


@lru_cache(maxsize=1)
def coefficients() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """language → tier → feature → coefficient."""
    loaded: Mapping[str, Mapping[str, Mapping[str, float]]] = json.loads(
        files("greenroom.grading").joinpath("weights/head.json").read_text("utf-8")
    )
    return loaded


def probability(known: Mapping[str, float], lang: Lang) -> float:
    """The calibrated probability that the claim is stated."""
    table = coefficients()[lang][tier_of(known)]
    return squash(sum(table.get(name, 0.0) * value for name, value in known.items()))


def squash(logit: float) -> float:
    """The logistic function, safe for any size."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))
