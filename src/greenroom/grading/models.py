"""The models behind one small door: a reader of English and the entailment model on top of it. Absent models give no signal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from .clauses import Span, Window, sentences
from .entail import Entailer
from .head import Opinion
from .reader import ModelMissing, Reader, Reading, joined
from .rubric import Rubric, Statement

T = TypeVar("T")


@dataclass(frozen=True)
class View:
    """An answer and a rubric as the models see them. Without a reader there is nothing to see."""

    windows: Mapping[Span, Reading] = field(default_factory=dict)
    wordings: Mapping[str, Reading] = field(default_factory=dict)
    entailer: Entailer | None = None

    def cosine(self, statement: Statement, window: Window) -> float:
        """The best cosine of the window with a wording, 0..1; NaN without a reader."""
        here = self.windows.get(window.span)
        if here is None:
            return float("nan")
        return max(0.0, *(float(here.vector @ self.wordings[text].vector) for text in statement.texts))

    def opinions(self, pairs: Sequence[tuple[Window, str]]) -> list[Opinion | None]:
        """What the entailment model thinks of each (window, wording); None without it."""
        if self.entailer is None or not self.windows:
            return [None] * len(pairs)
        found = self.entailer.judge([(self.windows[w.span], self.wordings[text]) for w, text in pairs])
        return [Opinion(float(row[0]), float(row[1])) for row in found]


@dataclass(frozen=True)
class Models:
    """Whatever is loaded. English only: neither model reads Chinese."""

    reader: Reader | None = None
    entailer: Entailer | None = None
    missing: tuple[str, ...] = ()

    @classmethod
    def none(cls) -> Models:
        """Rules alone."""
        return cls()

    @classmethod
    def load(cls, threads: int = 2) -> Models:
        """Whatever is installed; takes about half a second. What is absent is named in `missing`, not raised."""
        reader, why = _try(lambda: Reader(threads))
        entailer, why_not = _try(lambda: Entailer(threads))
        return cls(reader, entailer if reader else None, tuple(filter(None, (why, why_not))))

    def view(self, ready: Rubric, answer: str, seen: Sequence[Window]) -> View:
        """Read the answer's sentences once, and the rubric's wordings unless they are remembered."""
        if self.reader is None or ready.lang != "en" or not seen:
            return View()
        statements = [*(p.statement for p in ready.points), *(t.statement for t in ready.traps)]
        texts = [text for s in statements for text in s.texts]
        spans = sentences(answer)
        read = self.reader.read([s.of(answer) for s in spans])
        whole = joined(read, [s.start for s in spans])
        windows = {w.span: whole.between(w.span.start, w.span.end) for w in seen}
        return View(windows, dict(zip(texts, self.reader.remembered(texts), strict=True)), self.entailer)


def _try(make: Callable[[], T]) -> tuple[T | None, str]:
    try:
        return make(), ""
    except ModelMissing as problem:
        return None, str(problem)
