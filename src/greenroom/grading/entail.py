"""Greenroom's own entailment model: does this clause state the claim, contradict it, or neither? See docs/models/entailment.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .reader import BATCH, FOLDER, WIDTH, Floats, Reading, padded, session

LABELS = ("states", "contradicts", "neither")
LONGEST = 96
Sides = tuple[Reading, Reading]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model thinks of (clause, claim): probabilities (0..1) of `states` and `contradicts`."""

    states: float
    contradicts: float


class Entailer:
    """Reads a clause and a claim side by side. Raises ModelMissing when its weights are not there."""

    def __init__(self, threads: int = 2, model: Path = FOLDER / "entail.onnx") -> None:
        self._session = session(model, threads)

    def judge(self, pairs: Sequence[Sides]) -> Floats:
        """Probabilities of LABELS for each (clause, claim), shape (len(pairs), 3). A clause without words is neither."""
        found = np.zeros((len(pairs), len(LABELS)), dtype=np.float32)
        order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0].ids) + len(pairs[i][1].ids))
        for begin in range(0, len(order), BATCH):
            rows = order[begin : begin + BATCH]
            found[rows] = self._judged([pairs[i] for i in rows])
        return found

    def _judged(self, pairs: Sequence[Sides]) -> Floats:
        clause, clause_ids = stacked([p[0] for p in pairs])
        claim, claim_ids = stacked([p[1] for p in pairs])
        feed = {"clause": clause, "claim": claim, "clause_ids": clause_ids, "claim_ids": claim_ids}
        logits = self._session.run(None, feed)[0]
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        found = raised / raised.sum(axis=1, keepdims=True)
        found[(clause_ids[:, 0] == 0) | (claim_ids[:, 0] == 0)] = (0.0, 0.0, 1.0)
        return np.asarray(found, dtype=np.float32)


def stacked(readings: Sequence[Reading]) -> tuple[Floats, np.ndarray]:
    """Middle states (rows, longest, 384) and ids (rows, longest), padded with zeros on the right."""
    ids, _ = padded([r.ids[:LONGEST].tolist() for r in readings])
    states = np.zeros((*ids.shape, WIDTH), dtype=np.float32)
    for row, reading in enumerate(readings):
        states[row, : min(LONGEST, len(reading.ids))] = reading.states[:LONGEST, :WIDTH]
    return states, ids
