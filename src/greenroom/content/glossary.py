"""Terms in both languages, the other names people use for them, and mistranslations that no text may contain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, RootModel

from .models import Model, Slug
from .tomlfile import read_model

CJK = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{CJK}]+|[^\W{CJK}_]+")


def words(text: str) -> list[str]:
    """The case-folded words of a text; a run of Chinese characters counts as one."""
    return _WORD.findall(text.casefold())


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as problem:
        raise ValueError(f"not a regular expression: {problem}") from None
    return pattern


class Term(Model):
    """A term. `forbidden` are regular expressions for what it must not be called in Chinese."""

    en: str
    zh: str
    aliases: list[str] = []
    forbidden: list[Annotated[str, AfterValidator(_compiles)]] = []

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the preferred ones first."""
        return tuple(dict.fromkeys((self.en, self.zh, *self.aliases)))


class GlossaryFile(RootModel[dict[Slug, Term]]):
    """glossary.toml."""


@dataclass(frozen=True)
class Glossary:
    """Terms by slug."""

    terms: Mapping[str, Term]

    @cached_property
    def _forbidden(self) -> list[tuple[re.Pattern[str], Term]]:
        return [(re.compile(pattern), term) for term in self.terms.values() for pattern in term.forbidden]

    @cached_property
    def _suspicion(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in self._forbidden) or r"(?!)")

    def mistranslations(self, zh: str) -> Iterator[tuple[str, Term]]:
        """(what is written, the term that is meant) for every forbidden form in a Chinese text."""
        if self._suspicion.search(zh) is None:
            return
        for pattern, term in self._forbidden:
            for found in pattern.finditer(zh):
                yield found[0], term

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Term, ...]]:
        """Case-folded name → the terms that bear it: `cv` is a field and a way to validate."""
        found: dict[str, tuple[Term, ...]] = {}
        for term in self.terms.values():
            for name in {name.casefold() for name in term.names}:
                found[name] = (*found.get(name, ()), term)
        return found

    @cached_property
    def by_words(self) -> Mapping[str, tuple[Term, ...]]:
        """As `by_name`, with names reduced to words and spaces: `k-means` is found under `k means`."""
        return {" ".join(words(name)): terms for name, terms in self.by_name.items()}


def load_glossary(path: Path) -> Glossary:
    """Read glossary.toml. Raises PackError with lines."""
    return Glossary(read_model(path, GlossaryFile).root)
