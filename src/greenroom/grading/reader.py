"""Text to numbers without torch, one vector a word piece, by int8 ONNX: all-MiniLM-L6-v2 (Apache-2.0) for English, and for Chinese
with English terms in it multilingual-e5-small (MIT), cut to the words of this subject.

The files are exported by `greenroom.grading.train` from the published weights and ship with the package. One reading of a
sentence serves everything: the vector of any stretch of it, and the entailment model's input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from .text import Lang

FOLDER = Path(__file__).parent / "weights"
FILES: Mapping[Lang, tuple[str, str]] = {
    "en": ("reader.onnx", "tokenizer.json"),
    "zh": ("reader_zh.onnx", "tokenizer_zh.json"),
}
"""Of each language: the model and how it cuts words."""
LONGEST = 128
BATCH = 5
REMEMBERED = 4096
WIDTH = 384

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class ModelMissing(Exception):
    """A model file is absent. The message says what to do."""


@dataclass(frozen=True)
class Reading:
    """A text's word pieces: ids (n), where each begins and ends (characters), and states (n, 768): middle and last layer."""

    ids: Integers
    starts: Integers
    ends: Integers
    states: Floats

    def between(self, start: int, end: int) -> Reading:
        """The pieces that lie within characters `start` to `end`."""
        kept = (self.starts >= start) & (self.ends <= end)
        return Reading(self.ids[kept], self.starts[kept], self.ends[kept], self.states[kept])

    @cached_property
    def vector(self) -> Floats:
        """The unit vector of the whole, shape (384,); zeros for no pieces."""
        if not len(self.ids):
            return np.zeros(WIDTH, dtype=np.float32)
        mean = self.states[:, WIDTH:].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)


def joined(parts: Sequence[Reading], offsets: Sequence[int]) -> Reading:
    """Readings of stretches that begin at `offsets` of one text, as one reading of that text."""
    return Reading(
        np.concatenate([p.ids for p in parts]),
        np.concatenate([p.starts + o for p, o in zip(parts, offsets, strict=True)]),
        np.concatenate([p.ends + o for p, o in zip(parts, offsets, strict=True)]),
        np.concatenate([p.states for p in parts]),
    )


class Reader:
    """Reads one language. Raises ModelMissing when its weights are not there."""

    def __init__(self, lang: Lang = "en", threads: int = 2, folder: Path = FOLDER) -> None:
        model, words = FILES[lang]
        self._session = session(folder / model, threads)
        self._tokenizer = tokenizer(LONGEST, folder / words)
        self._memory: dict[str, Reading] = {}

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """One reading a text, batched by length so that padding costs little. Beyond 128 pieces a text is cut."""
        encoded = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda i: len(encoded[i].ids))
        made: dict[int, Reading] = {}
        for begin in range(0, len(order), BATCH):
            rows = order[begin : begin + BATCH]
            ids, mask = padded([encoded[i].ids for i in rows])
            states = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
            for row, i in enumerate(rows):
                inner = slice(1, len(encoded[i].ids) - 1)
                offsets = np.array(encoded[i].offsets[inner], dtype=np.int64).reshape(-1, 2)
                made[i] = Reading(ids[row, inner], offsets[:, 0], offsets[:, 1], states[row, inner])
        return [made[i] for i in range(len(texts))]

    def remembered(self, texts: Sequence[str]) -> list[Reading]:
        """Readings of a rubric's wordings, kept between calls."""
        new = [t for t in dict.fromkeys(texts) if t not in self._memory]
        if len(self._memory) + len(new) > REMEMBERED:
            self._memory.clear()
            new = list(dict.fromkeys(texts))
        if new:
            self._memory.update(zip(new, self.read(new), strict=True))
        return [self._memory[t] for t in texts]


def padded(rows: Sequence[Sequence[int]]) -> tuple[Integers, Integers]:
    """Ids and mask, both (rows, longest), padded with 0 on the right."""
    longest = max(1, *(len(row) for row in rows))
    ids = np.zeros((len(rows), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    for place, row in enumerate(rows):
        ids[place, : len(row)], mask[place, : len(row)] = row, 1
    return ids, mask


def tokenizer(longest: int, file: Path = FOLDER / FILES["en"][1]) -> Tokenizer:
    """A tokenizer, cut at `longest` pieces, without padding; by default the WordPiece one of BERT uncased."""
    made = Tokenizer.from_file(str(file))
    made.no_padding()
    made.enable_truncation(longest)
    return made


def session(model: Path, threads: int) -> InferenceSession:
    """A CPU session that does not spin while idle. Raises ModelMissing."""
    if not model.is_file():
        raise ModelMissing(
            f"{model.name} is not there: reinstall greenroom, or run `python -m greenroom.grading.train`."
        )
    options = SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
