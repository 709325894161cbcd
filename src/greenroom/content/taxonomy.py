"""Topics and sub-topics: their names, how often they are asked, and what to know first."""

from __future__ import annotations

import graphlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, RootModel

from .findings import Finding, PackError, error
from .models import Model, Slug, Text, TopicId
from .tomlfile import key_lines, line_of, read_model

Area = Literal["fundamentals", "classical", "deep-learning", "vision", "language", "llm", "systems", "practice"]
AREAS: dict[Area, Text] = {
    "fundamentals": Text(en="Fundamentals", zh="基础"),
    "classical": Text(en="Classical machine learning", zh="经典机器学习"),
    "deep-learning": Text(en="Deep learning", zh="深度学习"),
    "vision": Text(en="Vision and multimodal", zh="视觉与多模态"),
    "language": Text(en="Language", zh="自然语言"),
    "llm": Text(en="Large language models", zh="大语言模型"),
    "systems": Text(en="Systems", zh="系统"),
    "practice": Text(en="Practice", zh="实战"),
}


class SubEntry(Text):
    asked: int = Field(ge=0, le=5)
    after: list[TopicId] = []


class TopicEntry(Model):
    name: Text
    area: Area
    asked: int = Field(ge=0, le=5)
    after: list[Slug] = []
    sub: dict[Slug, SubEntry] = Field(min_length=1)


class TaxonomyFile(RootModel[dict[Slug, TopicEntry]]):
    """taxonomy.toml."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic (`dl-core`) or a sub-topic (`dl-core/dropout`). `after` are the ids written for it, not inherited ones."""

    id: str
    name: Text
    area: Area
    asked: int
    after: tuple[str, ...]

    @property
    def parent(self) -> str | None:
        """The topic of a sub-topic."""
        return self.id.partition("/")[0] if "/" in self.id else None

    def title(self, lang: str) -> str:
        return (self.name.zh if lang == "zh" else "") or self.name.en


@dataclass(frozen=True)
class Taxonomy:
    """All topics and sub-topics by id, in the file's order. Prerequisites form no cycle."""

    topics: Mapping[str, Topic]

    def __contains__(self, name: object) -> bool:
        return name in self.topics

    def __getitem__(self, name: str) -> Topic:
        return self.topics[name]

    def __iter__(self) -> Iterator[Topic]:
        return iter(self.topics.values())

    def subs(self, name: str) -> list[Topic]:
        """The sub-topics of a topic."""
        return [topic for topic in self if topic.parent == name]

    def before(self, name: str) -> tuple[str, ...]:
        """What to know first: a sub-topic also needs what its topic needs."""
        topic = self[name]
        inherited = self[topic.parent].after if topic.parent else ()
        return tuple(dict.fromkeys((*topic.after, *inherited)))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All ids so that each comes after what it needs."""
        return tuple(graphlib.TopologicalSorter({t.id: self.before(t.id) for t in self}).static_order())

    @cached_property
    def depth(self) -> Mapping[str, int]:
        """How many steps the longest chain of prerequisites below each id has."""
        depth: dict[str, int] = {}
        for name in self.order:
            depth[name] = max((depth[other] + 1 for other in self.before(name)), default=0)
        return depth


def load_taxonomy(path: Path) -> Taxonomy:
    """Read taxonomy.toml. Raises PackError with lines, also for an unknown or circular prerequisite."""
    file = read_model(path, TaxonomyFile).root
    topics: dict[str, Topic] = {}
    for name, entry in file.items():
        topics[name] = Topic(name, entry.name, entry.area, entry.asked, tuple(entry.after))
        for sub, about in entry.sub.items():
            label = Text(en=about.en, zh=about.zh)
            topics[f"{name}/{sub}"] = Topic(f"{name}/{sub}", label, entry.area, about.asked, tuple(about.after))
    if problems := _unknown(path, topics):
        raise PackError(problems)
    taxonomy = Taxonomy(topics)
    try:
        _ = taxonomy.order
    except graphlib.CycleError as problem:
        circle = " → ".join(problem.args[1])
        line = line_of(key_lines(path.read_text("utf-8")), _loc(problem.args[1][0]))
        raise PackError([error(path, line, f"prerequisites go round in a circle: {circle}", "cycle")]) from None
    return taxonomy


def _unknown(path: Path, topics: Mapping[str, Topic]) -> list[Finding]:
    lines = key_lines(path.read_text("utf-8"))
    return [
        error(path, line_of(lines, _loc(topic.id)), f"{topic.id} comes after {other}, which does not exist", "topic")
        for topic in topics.values()
        for other in topic.after
        if other not in topics
    ]


def _loc(name: str) -> tuple[str, ...]:
    topic, _, sub = name.partition("/")
    return (topic, "sub", sub) if sub else (topic,)
