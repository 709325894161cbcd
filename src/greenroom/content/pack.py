"""What surrounds the items of a pack: its description, its references, and the reviews of its items."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, RootModel, field_validator, model_validator

from .models import Model, Slug, Text

Lang = Literal["en", "zh"]


class Licence(Model):
    prose: str
    code: str


class PackInfo(Model):
    """pack.toml."""

    id: Slug
    version: str = Field(pattern=r"^\d+\.\d+\.\d+$")
    title: Text
    languages: list[Lang] = Field(min_length=1)
    min_engine: str = Field(default="0.1", pattern=r"^\d+(\.\d+)*$")
    licence: Licence
    authors: list[str] = []


class Ref(Model):
    """One entry of refs.toml: a thing that can be looked up."""

    title: str = Field(min_length=1)
    authors: list[str] = Field(min_length=1)
    year: int = Field(ge=1600, le=2100)
    venue: str = ""
    arxiv: Annotated[str, Field(pattern=r"^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})$")] | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None

    @field_validator("authors", mode="before")
    @classmethod
    def _one_author(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value

    @model_validator(mode="after")
    def _findable(self) -> Self:
        if not (self.arxiv or self.doi or self.url):
            raise ValueError("give one of arxiv, doi or url, so that a reader can find it")
        return self

    @property
    def link(self) -> str:
        """Where a reader finds it."""
        if self.arxiv:
            return f"https://arxiv.org/abs/{self.arxiv}"
        return f"https://doi.org/{self.doi}" if self.doi else self.url or ""

    @property
    def label(self) -> str:
        """How a text names it: `Vaswani et al. 2017`."""
        names = [author.split(",")[0].split()[-1] if author.split() else author for author in self.authors]
        who = names[0] if len(names) == 1 else f"{names[0]} and {names[1]}" if len(names) == 2 else f"{names[0]} et al."
        return f"{who} {self.year}"


class Refs(RootModel[dict[Slug, Ref]]):
    """refs.toml."""


class Review(Model):
    """review.toml: a second reading, of the version whose hash it names."""

    date: datetime.date
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    remarks: str = ""
