"""What the checks of one item have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from greenroom.content.findings import Finding, error, warning
from greenroom.content.glossary import Glossary
from greenroom.content.items import LoadedItem
from greenroom.content.loader import Library
from greenroom.content.taxonomy import Taxonomy
from greenroom.content.tomlfile import Key, key_lines, line_of

from .inspect import Inspected, inspect


@dataclass(frozen=True)
class World:
    """What exists around an item: topics, terms, and every id that a link may name."""

    taxonomy: Taxonomy
    glossary: Glossary
    ids: frozenset[str]

    @classmethod
    def of(cls, library: Library) -> World:
        aliases = {alias for item in library for alias in item.item.aliases}
        return cls(library.taxonomy, library.glossary, frozenset(aliases | set(library.items)))


@dataclass
class Subject:
    """An item under inspection and what was found so far."""

    loaded: LoadedItem
    world: World
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def lines(self) -> Mapping[Key, int]:
        return key_lines(self.loaded.toml.read_text("utf-8"))

    @cached_property
    def inspected(self) -> Mapping[str, Inspected]:
        """Its texts by language, taken apart."""
        return {lang: inspect(text.prose) for lang, text in self.loaded.texts.items()}

    def toml(self, loc: Key, message: str, code: str, *, warn: bool = False) -> None:
        """A finding in item.toml at a key."""
        where = line_of(dict(self.lines), loc)
        self.findings.append((warning if warn else error)(self.loaded.toml, where, message, code))

    def file(self, name: str, line: int, message: str, code: str, *, warn: bool = False) -> None:
        """A finding in another file of the item."""
        self.findings.append((warning if warn else error)(self.loaded.folder / name, line, message, code))

    def text(self, lang: str, line: int, message: str, code: str, *, warn: bool = False) -> None:
        self.file(f"text.{lang}.md", line, message, code, warn=warn)

    def sentences(self) -> Iterator[tuple[Key, str, str]]:
        """(key, language, sentence) for every bilingual sentence in item.toml; an untranslated one has an empty zh."""
        yield from _sentences(self.loaded.item.model_dump(), ())


def _sentences(value: Any, loc: Key) -> Iterator[tuple[Key, str, str]]:
    if isinstance(value, dict):
        if {"en", "zh"} == value.keys():
            for lang, said in value.items():
                for sentence in [said] if isinstance(said, str) else said:
                    if isinstance(sentence, str):
                        yield loc, lang, sentence
            return
        for name, inner in value.items():
            yield from _sentences(inner, (*loc, name))
    elif isinstance(value, list | tuple):
        for at, inner in enumerate(value):
            yield from _sentences(inner, (*loc, at))
