"""What an author wants to know of a theory item: does the grader give the model answer its due, and each probe its band?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from greenroom.content import text as texts
from greenroom.content.models import Theory
from greenroom.content.tomlfile import read_model

from .grade import grade
from .models import Models
from .results import Grade
from .text import Lang

MODEL_BAND = (0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Check:
    """One answer of an item with the band that its score should fall in."""

    lang: Lang
    kind: str
    band: tuple[float, float]
    grade: Grade

    @property
    def holds(self) -> bool:
        return self.band[0] <= self.grade.score <= self.band[1]


def check_folder(folder: Path, models: Models) -> Iterator[Check]:
    """Grade an item folder's model answers and probes. Raises PackError or OSError when the item cannot be read."""
    item = read_model(folder / "item.toml", Theory)
    yield from check_item(item, read_texts(folder), models)


def read_texts(folder: Path) -> dict[Lang, texts.Document]:
    """An item folder's texts by language."""
    languages: tuple[Lang, ...] = ("en", "zh")
    return {lang: texts.read(path) for lang in languages if (path := folder / f"text.{lang}.md").is_file()}


def check_item(item: Theory, documents: dict[Lang, texts.Document], models: Models) -> Iterator[Check]:
    """Grade the model answer of every language and every probe."""
    for lang, document in documents.items():
        yield Check(
            lang,
            "model",
            MODEL_BAND,
            grade(item, document["Model answer"], lang, question=document["Question"], models=models),
        )
    for probe in item.probes:
        question = documents[probe.lang]["Question"] if probe.lang in documents else ""
        yield Check(
            probe.lang, probe.kind, probe.band, grade(item, probe.text, probe.lang, question=question, models=models)
        )
