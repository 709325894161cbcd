"""An item made ready for grading in one language: its statements as stems and patterns, weighed against one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from greenroom.content.models import Claim, Misconception, Texts, Theory

from .leaning import Leaning, marked, stems
from .text import Lang, Weights

Need = Literal["must", "should", "bonus"]


@dataclass(frozen=True)
class Statement:
    """Something an answer may say: its wordings, their content stems, and groups of patterns that mention it."""

    id: str
    texts: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    groups: tuple[tuple[re.Pattern[str], ...], ...]

    @classmethod
    def of(cls, name: str, texts: Sequence[str], groups: Iterable[Iterable[str]] = ()) -> Statement:
        told = tuple(dict.fromkeys(t for t in texts if t))
        return cls(name, told, tuple(map(stems, told)), tuple(tuple(_pattern(p) for p in group) for group in groups))

    def met(self, text: str) -> float:
        """The share of pattern groups that the text meets; 0 when there are none."""
        if not self.groups:
            return 0.0
        return sum(any(p.search(text) for p in group) for group in self.groups) / len(self.groups)


@dataclass(frozen=True)
class Point:
    """A claim to look for. `about` tells its words from those of other claims, `leaning` from those of what denies it."""

    statement: Statement
    need: Need
    weight: int
    about: Leaning = field(default_factory=Leaning)
    leaning: Leaning = field(default_factory=Leaning)

    @property
    def id(self) -> str:
        return self.statement.id

    @property
    def bare(self) -> bool:
        """Whether nobody wrote what to look for: there are neither patterns nor misconceptions."""
        return not self.statement.groups and not self.leaning.there


@dataclass(frozen=True)
class Trap:
    """A misconception to look out for, and the claim that it denies."""

    statement: Statement
    against: str
    reply: str


@dataclass(frozen=True)
class Rubric:
    """Everything that grading needs to know of a question in one language."""

    lang: Lang
    question: str
    points: tuple[Point, ...]
    traps: tuple[Trap, ...]
    weights: Weights

    @property
    def total(self) -> int:
        """The weight of what must and should be said."""
        return sum(p.weight for p in self.points if p.need != "bonus") or 1


@lru_cache(maxsize=4096)
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def rubric(item: Theory, lang: Lang, question: str = "") -> Rubric:
    """The rubric of an item. A claim without wording in `lang` is looked for by its patterns and its English wording."""
    question = question or (item.title.zh if lang == "zh" and item.title.zh else item.title.en)
    traps = tuple(Trap(_statement(m, lang), m.against, _say(m, lang)) for m in item.misconceptions)
    statements = {c.id: _statement(c, lang) for c in item.claims}
    wrong = {name: [text for t in traps if t.against == name for text in t.statement.texts] for name in statements}
    words = {name: [*map(stems, (*s.texts, *wrong[name]))] for name, s in statements.items()}
    points = tuple(
        Point(statements[c.id], c.need, c.weight, about(words, c.id), _leaning(statements[c.id], wrong[c.id]))
        for c in item.claims
    )
    told = [" ".join(p.statement.texts) for p in points]
    return Rubric(lang, question, points, traps, Weights(told, question))


def about(words: Mapping[str, Sequence[frozenset[str]]], name: str) -> Leaning:
    """What tells the words of one claim, wordings that deny it included, from those of the others."""
    others = (wording for other, wordings in words.items() if other != name for wording in wordings)
    return Leaning(tuple(words[name]), tuple(others))


def _leaning(statement: Statement, wrong: Sequence[str]) -> Leaning:
    return Leaning(tuple(map(marked, statement.texts)), tuple(map(marked, wrong)))


def _statement(source: Claim | Misconception, lang: Lang) -> Statement:
    says = (source.says.zh or source.says.en) if lang == "zh" else source.says.en
    return Statement.of(source.id, [says, *_wordings(source.paraphrases, lang)], source.match.get(lang, []))


def _wordings(texts: Texts, lang: Lang) -> list[str]:
    return texts.zh if lang == "zh" else texts.en


def _say(trap: Misconception, lang: Lang) -> str:
    return trap.reply.zh if lang == "zh" and trap.reply.zh else trap.reply.en
