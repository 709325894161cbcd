"""How well an entailment model does on pairs that it never saw, family by family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from greenroom.grading.entail import LABELS, Entailer
from greenroom.grading.reader import Reading

from .dataset import Pair

SURE = 0.8
"""The probability from which a contradiction is believed."""


def report(model: Entailer, pairs: Sequence[Pair], readings: Mapping[str, Reading]) -> dict[str, Any]:
    """Accuracy overall and for each family, and the precision and recall of sure contradictions."""
    ordered = sorted(pairs, key=lambda p: len(p.premise))
    sides = [(readings[p.premise], readings[p.hypothesis]) for p in ordered]
    found = np.concatenate([model.judge(sides[i : i + 32]) for i in range(0, len(sides), 32)])
    right: dict[str, list[bool]] = defaultdict(list)
    for pair, row in zip(ordered, found, strict=True):
        right[pair.family].append(LABELS[int(row.argmax())] == pair.label)
    stated = np.array([p.label == "states" for p in ordered])
    truth = np.array([p.label == "contradicts" for p in ordered])
    sure = found[:, 1] >= SURE
    return {
        "pairs": len(ordered),
        "accuracy": round(float(np.mean([hit for hits in right.values() for hit in hits])), 3),
        "families": {
            name: {"n": len(hits), "accuracy": round(float(np.mean(hits)), 3)} for name, hits in sorted(right.items())
        },
        "stated but surely contradicted": round(float((found[:, 1] >= SURE)[stated].mean()), 3),
        "sure contradictions": {
            "precision": round(float(truth[sure].mean()), 3) if sure.any() else None,
            "recall": round(float(sure[truth].mean()), 3),
        },
    }
