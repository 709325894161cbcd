"""The models behind one small door: readers and the entailment model on top of the English one. Absent models give no signal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import numpy as np

from .clauses import Span, Window, sentences
from .entail import Entailer, Opinion
from .reader import FILES, ModelMissing, Reader, Reading, joined
from .rubric import Rubric, Statement
from .text import Lang

T = TypeVar("T")
FLOOR: Mapping[Lang, float] = {"en": 0.0, "zh": 0.8}
"""The cosine of texts that have nothing to do with each other: the Chinese reader's vectors lie in a narrow cone."""


@dataclass(frozen=True)
class View:
    """An answer and a rubric as the models see them. Without a reader there is nothing to see.

    `likeness` holds for each wording its cosine with each window, above that of texts without relation, 0..1; `places` tells which
    is which window's.
    """

    windows: Mapping[Span, Reading] = field(default_factory=dict)
    wordings: Mapping[str, Reading] = field(default_factory=dict)
    likeness: Mapping[str, Sequence[float]] = field(default_factory=dict)
    places: Mapping[Span, int] = field(default_factory=dict)
    entailer: Entailer | None = None

    @property
    def layers(self) -> str:
        """What takes part, for people."""
        return "+".join(["rules", *(["reader"] if self.windows else []), *(["entailment"] if self.entailer else [])])

    def cosines(self, statement: Statement, window: Window) -> tuple[float, ...]:
        """The likeness of the window to each wording; nothing without a reader."""
        place = self.places.get(window.span)
        return () if place is None else tuple(self.likeness[text][place] for text in statement.texts)

    def opinions(self, pairs: Sequence[tuple[Window, str]]) -> list[Opinion | None]:
        """What the entailment model thinks of each (window, wording); None without it."""
        if self.entailer is None or not self.windows:
            return [None] * len(pairs)
        found = self.entailer.judge([(self.windows[w.span], self.wordings[text]) for w, text in pairs])
        return [Opinion(float(row[0]), float(row[1])) for row in found]


@dataclass(frozen=True)
class Models:
    """All or none: a reader a language, and the entailment model, which reads English."""

    readers: Mapping[Lang, Reader] = field(default_factory=dict)
    entailer: Entailer | None = None
    missing: tuple[str, ...] = ()

    @classmethod
    def none(cls) -> Models:
        """Rules alone."""
        return cls()

    @classmethod
    def load(cls, threads: int = 2) -> Models:
        """Takes about a second. What is absent is named in `missing`, not raised."""
        readers = {lang: _try(partial(Reader, lang, threads)) for lang in FILES}
        entailer, why = _try(partial(Entailer, threads))
        missing = tuple(filter(None, (why, *(why_not for _, why_not in readers.values()))))
        if missing:
            return cls(missing=missing)
        return cls({lang: reader for lang, (reader, _) in readers.items() if reader}, entailer)

    def view(self, ready: Rubric, answer: str, seen: Sequence[Window]) -> View:
        """Read the answer's sentences once, and the rubric's wordings unless they are remembered."""
        reader = self.readers.get(ready.lang)
        if reader is None or not seen:
            return View()
        statements = [*(p.statement for p in ready.points), *(t.statement for t in ready.traps)]
        texts = [text for s in statements for text in s.texts]
        spans = sentences(answer)
        read = reader.read([s.of(answer) for s in spans])
        whole = joined(read, [s.start for s in spans])
        windows = {w.span: whole.between(w.span.start, w.span.end) for w in seen}
        wordings = dict(zip(texts, reader.remembered(texts), strict=True))
        likeness = _likeness(wordings, windows, FLOOR[ready.lang])
        places = {span: n for n, span in enumerate(windows)}
        return View(windows, wordings, likeness, places, self.entailer if ready.lang == "en" else None)


def _likeness(wordings: Mapping[str, Reading], windows: Mapping[Span, Reading], floor: float) -> dict[str, list[float]]:
    rows = np.stack([reading.vector for reading in wordings.values()])
    found = rows @ np.stack([reading.vector for reading in windows.values()]).T
    return dict(zip(wordings, np.maximum(0.0, (found - floor) / (1 - floor)).tolist(), strict=True))


def _try(make: Callable[[], T]) -> tuple[T | None, str]:
    try:
        return make(), ""
    except ModelMissing as problem:
        return None, str(problem)
