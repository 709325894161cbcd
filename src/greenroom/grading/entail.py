"""Greenroom's own entailment model: does this clause state the claim, contradict it, or neither? int8 ONNX, no torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .encoder import ModelMissing, padded, session, tokenizer

MODEL = Path(__file__).parent / "weights" / "entail.onnx"
LABELS = ("states", "contradicts", "neither")
LONGEST = 96


class Entailer:
    """A cross-encoder over (clause, claim)."""

    def __init__(self, model: Path = MODEL, threads: int = 2) -> None:
        if not model.is_file():
            raise ModelMissing(f"No file {model}: train it with `python -m greenroom.grading.train`.")
        self._session = session(model, threads)
        self._tokenizer = tokenizer(LONGEST)

    def judge(self, clause: str, claim: str) -> tuple[float, float]:
        """(probability that the clause states the claim, that it contradicts it)."""
        states, contradicts, _ = self.judge_all([(clause, claim)])[0]
        return float(states), float(contradicts)

    def judge_all(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Probabilities of LABELS for each pair, shape (len(pairs), 3)."""
        encoded = self._tokenizer.encode_batch(list(pairs))
        inputs, mask = padded([e.ids for e in encoded])
        types, _ = padded([e.type_ids for e in encoded])
        logits = self._session.run(None, {"input_ids": inputs, "attention_mask": mask, "token_type_ids": types})[0]
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
