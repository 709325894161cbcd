"""Grade an answer against a reference text alone: the claims are the reference's own clauses.

For questions that nobody has written claims for. One score in 0..1 an answer; a line never affects another.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .align import mention
from .clauses import clauses, windows
from .entail import Entailer
from .guards import guard
from .head import squash
from .models import Models
from .polarity import flips
from .reader import Reader, tokenizer
from .rubric import Statement
from .text import Weights, content, language, overlap, stem, tokens

LONGEST = 20_000
"""Characters of a text that are read."""
OPINIONS = 3
"""At most so many clauses of a reference are shown to the entailment model."""


class LineError(ValueError):
    """A line that cannot be graded. The message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Task:
    """One line: a question (may be empty), what a right answer says, and the answer."""

    question: str
    reference: str
    answer: str

    @classmethod
    def read(cls, line: Mapping[str, Any]) -> Task:
        """Raises LineError when a key is missing or is not text."""
        values = []
        for key in ("question", "reference", "answer"):
            value = line.get(key, "" if key == "question" else None)
            if not isinstance(value, str):
                raise LineError(f"{key!r} must be text")
            values.append(value[:LONGEST])
        if not values[1].strip():
            raise LineError("'reference' is empty: there is nothing to compare with")
        return cls(*values)


class Frequencies(Weights):
    """Weights from how common a word is in general English: BERT's vocabulary is in order of frequency."""

    def _telling(self, word: str) -> float:
        place = _places().get(word, 30_000 if word.isascii() else 6_000)
        return 0.3 + math.log1p(place / 1000) / 3.4


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    found: dict[str, int] = {}
    for word, place in sorted(tokenizer(8).get_vocab().items(), key=lambda entry: entry[1]):
        if word.isalpha():
            found.setdefault(stem(word), place)
    return found


def grade_batch(lines: Iterable[Mapping[str, Any]], models: Models | None = None) -> Iterator[float]:
    """A score in 0..1 for each line. Raises LineError at the first line that cannot be read."""
    for line in lines:
        yield grade_task(Task.read(line), models or Models.none())


def grade_task(task: Task, models: Models) -> float:
    """The score of one answer, rounded to four places: the mean of every head whose signals are there.

    Words alone do best on unseen subjects, the models on seen ones; the mean is never far from the better.
    """
    if not tokens(task.answer):
        return 0.0
    lang = language(task.reference)
    cap = min([1.0, *(f.cap for f in guard(task.answer, task.question, lang) if f.name != "empty")])
    known = signals(task, models)
    heads = [table for table in _coefficients().values() if table.keys() <= known.keys()]
    scores = [squash(sum(table[name] * known[name] for name in table)) for table in heads]
    return round(min(cap, sum(scores) / len(scores)), 4)


@lru_cache(maxsize=1)
def _coefficients() -> Mapping[str, Mapping[str, float]]:
    """tier → signal → coefficient."""
    loaded: Mapping[str, Mapping[str, float]] = json.loads(
        files("greenroom.grading").joinpath("weights/batch.json").read_text("utf-8")
    )
    return loaded


def signals(task: Task, models: Models) -> dict[str, float]:
    """The named inputs of the batch head, each in 0..1 (bias 1). Those of absent models are absent."""
    lang = language(task.reference)
    weights = Frequencies([task.reference], task.question)
    wanted, given = frozenset(content(task.reference)), frozenset(content(task.answer))
    seen = windows(task.answer)
    points = _points(task.reference)
    best = [max((mention(p, w, weights).recall for w in seen), default=0.0) for p in points]
    told = given - set(content(task.question))
    known = {
        "bias": 1.0,
        "recall": weights.recall(wanted, given),
        "coverage": _mean(best),
        "precision": weights.recall(given, wanted),
        "letters": overlap(_trigrams(task.answer), _trigrams(task.reference)),
        "length": min(1.0, len(given) / max(1, len(wanted))),
        "own": len(told) / max(1, len(given)),
        "flipped": float(bool(flips(task.reference, task.answer))),
    }
    if lang == "en" and (reader := models.readers.get(lang)):
        known |= _meaning(task, points, reader, models.entailer)
    return known


def _points(reference: str) -> list[Statement]:
    spans = [c.span.of(reference) for c in clauses(reference)] or [reference]
    return [Statement.of(str(i), [text]) for i, text in enumerate(spans)]


def _trigrams(text: str) -> dict[str, float]:
    letters = f" {' '.join(t.raw for t in tokens(text))} "
    counts: dict[str, float] = {}
    for i in range(len(letters) - 2):
        counts[letters[i : i + 3]] = counts.get(letters[i : i + 3], 0.0) + 1.0
    return counts


def _meaning(task: Task, points: list[Statement], reader: Reader, entailer: Entailer | None) -> dict[str, float]:
    """Cosines of texts and clauses, half of the question's direction taken out; opinions on the longest clauses."""
    single = [c.span.of(task.answer) for c in clauses(task.answer)] or [task.answer]
    read = reader.read([task.question or " ", task.reference, task.answer, *(p.texts[0] for p in points), *single])
    vectors = np.stack([r.vector for r in read])
    apart = _without(vectors, vectors[0])
    ours, theirs = apart[3 : 3 + len(points)], apart[3 + len(points) :]
    known = {
        "cosine": max(0.0, float(vectors[1] @ vectors[2])),
        "cosine_apart": max(0.0, float(apart[1] @ apart[2])),
        "cosine_clauses": max(0.0, float((ours @ theirs.T).max(axis=1).mean())),
    }
    if entailer is not None:
        shown = sorted(read[3 : 3 + len(points)], key=lambda r: -len(r.ids))[:OPINIONS]
        found = entailer.judge([(read[2], claim) for claim in [read[1], *shown]])
        known |= {
            "states": float(found[1:, 0].mean()),
            "states_all": float(found[0, 0]),
            "contradicts": float(found[:, 1].max()),
        }
    return known


def _without(vectors: NDArray[np.float32], direction: NDArray[np.float32]) -> NDArray[np.float32]:
    left = vectors - 0.5 * np.outer(vectors @ direction, direction)
    return np.asarray(left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-6), dtype=np.float32)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
