"""An item as it lies on disk: its model, its files, its texts, and the version that names exactly these bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from . import text
from .findings import PackError, error
from .models import Item
from .pack import Lang, Ref
from .tomlfile import key_lines, line_of

LANGS: tuple[Lang, ...] = ("en", "zh")
REVIEW = "review.toml"
_IGNORED = {"__pycache__"}

Stamp = tuple[tuple[str, int, int], ...]
"""(relative path, size, mtime in ns) of an item's files, sorted: equal stamps mean unchanged files."""


def stamp(folder: Path) -> Stamp:
    """The files of an item. Raises PackError when a link is among them."""
    return tuple(sorted(_walk(folder, "")))


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name in _IGNORED:
                continue
            if entry.is_symlink():
                raise PackError([error(Path(entry.path), 0, "is a link; a pack holds plain files only", "link")])
            if entry.is_dir():
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
            elif entry.is_file():
                about = entry.stat()
                yield f"{prefix}{entry.name}", about.st_size, about.st_mtime_ns


def version_of(folder: Path, files: Sequence[str]) -> str:
    """The first 12 hex digits of the SHA-256 over names and bytes. A review is about a version, so it is no part of it."""
    digest = hashlib.sha256()
    for name in sorted(files):
        if name != REVIEW:
            content = (folder / name).read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class LoadedItem:
    """A validated item. `files` are POSIX paths relative to `folder`; `refs` are the pack's references."""

    item: Item
    pack: str
    folder: Path
    files: tuple[str, ...]
    version: str
    refs: Mapping[str, Ref] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def kind(self) -> str:
        return self.item.kind

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The languages that its text is written in."""
        return tuple(lang for lang in LANGS if f"text.{lang}.md" in self.files)

    @cached_property
    def texts(self) -> Mapping[str, text.Document]:
        """Its texts by language. Raises OSError or UnicodeDecodeError when a file was spoilt after loading."""
        return MappingProxyType({lang: text.read(self.folder / f"text.{lang}.md") for lang in self.languages})

    def text(self, lang: str) -> text.Document:
        """The text in `lang`, or in English where it is not translated."""
        return self.texts.get(lang) or self.texts.get("en") or text.parse("")

    def title(self, lang: str) -> str:
        return (self.item.title.zh if lang == "zh" else "") or self.item.title.en

    def path(self, name: str) -> Path:
        """A file of the item. Raises KeyError for any name that is not in `files`, so no path leads out of the folder."""
        if name not in self.files:
            raise KeyError(f"{self.id} has no file {name!r}")
        return self.folder / name

    def read(self, name: str) -> str:
        return self.path(name).read_text("utf-8")

    def code_files(self) -> dict[str, bytes]:
        """Its Python files as the judge's sandbox takes them: relative path → bytes."""
        return {name: self.path(name).read_bytes() for name in self.files if name.endswith(".py")}

    @property
    def toml(self) -> Path:
        return self.folder / "item.toml"

    def line(self, *loc: str | int) -> int:
        """The line of item.toml where a key stands, such as `line("claims", 2, "says")`."""
        return line_of(key_lines(self.toml.read_text("utf-8")), loc)
