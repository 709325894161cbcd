"""The optional models behind one small door: a sentence encoder and an entailment model. Absent models give no signal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from .clauses import Window
from .encoder import Encoder, ModelMissing
from .entail import Entailer
from .head import Opinion
from .rubric import Rubric, Statement

T = TypeVar("T")


@dataclass(frozen=True)
class Vectors:
    """The unit vectors of an answer's windows and a rubric's wordings, by text."""

    known: dict[str, np.ndarray] = field(default_factory=dict)

    def cosine(self, statement: Statement, window: Window) -> float:
        """The best cosine of the window with a wording, 0..1; NaN without vectors."""
        here = self.known.get(window.text)
        if here is None:
            return float("nan")
        return max(0.0, *(float(here @ self.known[t]) for t in statement.texts))


@dataclass(frozen=True)
class Models:
    """Whatever is loaded. English only: neither model reads Chinese."""

    encoder: Encoder | None = None
    entailer: Entailer | None = None
    missing: tuple[str, ...] = ()

    @classmethod
    def none(cls) -> Models:
        """Rules alone."""
        return cls()

    @classmethod
    def load(cls, threads: int = 2) -> Models:
        """Whatever is installed; takes about half a second. What is absent is named in `missing`, not raised."""
        encoder, why = _try(lambda: Encoder.installed(threads))
        entailer, why_not = _try(lambda: Entailer(threads=threads))
        return cls(encoder, entailer, tuple(filter(None, (why, why_not))))

    def vectors(self, ready: Rubric, seen: Sequence[Window]) -> Vectors:
        if self.encoder is None or ready.lang != "en":
            return Vectors()
        statements = [t for s in (*ready.points, *ready.traps) for t in s.statement.texts]
        known = dict(zip(statements, self.encoder.remembered(statements), strict=True))
        single = [w for w in seen if w.clauses == 1]
        known |= dict(zip((w.text for w in single), self.encoder.embed([w.text for w in single]), strict=True))
        for window in seen:
            if window.text not in known:
                inside = [
                    known[w.text] * len(w.text)
                    for w in single
                    if window.span.start <= w.span.start and w.span.end <= window.span.end
                ]
                total = np.sum(inside, axis=0)
                known[window.text] = total / np.linalg.norm(total)
        return Vectors(known)

    def opinion(self, statement: Statement, window: Window) -> Opinion | None:
        if self.entailer is None:
            return None
        states, contradicts = self.entailer.judge(window.text, statement.texts[0])
        return Opinion(states, contradicts)


def _try(make: Callable[[], T]) -> tuple[T | None, str]:
    try:
        return make(), ""
    except ModelMissing as problem:
        return None, str(problem)
