"""Packs and the library: folders of plain files become validated items."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from . import paths
from .cache import Entry, ItemCache, key
from .findings import Finding, PackError, error
from .glossary import Glossary, load_glossary
from .items import LoadedItem, stamp, version_of
from .models import KINDS, Item
from .pack import PackInfo, Ref, Refs
from .taxonomy import Taxonomy, load_taxonomy
from .tomlfile import read_model, read_toml, validation_findings


@dataclass(frozen=True)
class Pack:
    """A pack's good items by id. `problems` say which others could not be used, and why."""

    info: PackInfo
    root: Path
    refs: Mapping[str, Ref]
    items: Mapping[str, LoadedItem]
    problems: tuple[Finding, ...] = ()


def load_pack(root: Path, cache: ItemCache | None = None) -> Pack:
    """Read a pack. Raises PackError when pack.toml or refs.toml is unusable; a bad item only costs itself."""
    root = root.resolve()
    info = read_model(root / "pack.toml", PackInfo)
    refs = MappingProxyType(read_model(root / "refs.toml", Refs).root if (root / "refs.toml").is_file() else {})
    cache = cache or ItemCache(None)
    known, new = cache.load(root), dict[str, Entry]()
    items: dict[str, LoadedItem] = {}
    problems: list[Finding] = []
    folders = list(_item_folders(root, problems))
    for folder in folders:
        try:
            loaded = _load_item(folder, info.id, refs, known, new)
        except PackError as problem:
            problems.extend(problem.findings)
        else:
            items[loaded.id] = loaded
    gone = known.keys() - set(map(str, folders))
    if new or gone:
        cache.store(new, gone)
    return Pack(info, root, refs, MappingProxyType(items), tuple(problems))


def _item_folders(root: Path, problems: list[Finding]) -> Iterator[Path]:
    for group in sorted(root.iterdir()):
        if group.name.startswith(".") or not group.is_dir():
            continue
        if group.is_symlink():
            problems.append(error(group, 0, "is a link; a pack holds plain files only", "link"))
        elif group.name not in KINDS:
            problems.append(error(group, 0, f"no kind is called so; the kinds are {', '.join(KINDS)}", "kind"))
        else:
            yield from (f for f in sorted(group.iterdir()) if f.is_dir() and not f.name.startswith("."))


def _load_item(
    folder: Path, pack: str, refs: Mapping[str, Ref], known: Mapping[str, Entry], new: dict[str, Entry]
) -> LoadedItem:
    if folder.is_symlink():
        raise PackError([error(folder, 0, "is a link; a pack holds plain files only", "link")])
    marks = stamp(folder)
    files = tuple(name for name, _, _ in marks)
    model = KINDS[folder.parent.name]
    entry = known.get(str(folder))
    if entry is not None and entry.stamp == key(marks):
        return LoadedItem(model.model_validate_json(entry.item), pack, folder, files, entry.version, refs)
    item = _read_item(folder, model)
    version = version_of(folder, files)
    new[str(folder)] = Entry(key(marks), version, item.model_dump_json(exclude_unset=True).encode())
    return LoadedItem(item, pack, folder, files, version, refs)


def _read_item(folder: Path, model: type[Item]) -> Item:
    path = folder / "item.toml"
    data, source = read_toml(path)
    try:
        item = model.model_validate(data)
    except ValidationError as problem:
        raise PackError(validation_findings(path, source, problem)) from None
    expected = f"{folder.parent.name}/{folder.name}"
    if item.id != expected:
        raise PackError([error(path, 1, f"the id is {item.id}, but the folder says {expected}", "id")])
    return item


@dataclass(frozen=True)
class Library:
    """Several packs as one. An id belongs to the first pack that has it; earlier ids lead to the item of today."""

    packs: tuple[Pack, ...]
    problems: tuple[Finding, ...] = ()

    @classmethod
    def load(cls, roots: Sequence[Path] | None = None, cache: Path | None = None) -> Library:
        """The built-in packs and the user's, or those in `roots`. `cache` defaults to a file in the data folder."""
        store = ItemCache(cache or paths.data_root() / "cache" / "items.sqlite3")
        packs: list[Pack] = []
        problems: list[Finding] = []
        for root in pack_roots() if roots is None else roots:
            try:
                packs.append(load_pack(root, store))
            except PackError as problem:
                problems.extend(problem.findings)
        return cls(tuple(packs), (*problems, *(p for pack in packs for p in pack.problems), *_twice(packs)))

    @cached_property
    def items(self) -> Mapping[str, LoadedItem]:
        """All items by id, in the packs' order."""
        merged: dict[str, LoadedItem] = {}
        for pack in self.packs:
            for name, item in pack.items.items():
                merged.setdefault(name, item)
        return MappingProxyType(merged)

    @cached_property
    def _aliases(self) -> dict[str, str]:
        return {alias: item.id for item in self.items.values() for alias in item.item.aliases}

    def get(self, name: str) -> LoadedItem | None:
        """The item of this id, or of an id that it had earlier."""
        return self.items.get(name) or self.items.get(self._aliases.get(name, ""))

    def __getitem__(self, name: str) -> LoadedItem:
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[LoadedItem]:
        return iter(self.items.values())

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The topics, which belong to the built-in library and hold for all packs. Raises PackError."""
        return load_taxonomy(paths.library_root() / "taxonomy.toml")

    @cached_property
    def glossary(self) -> Glossary:
        """The terms, likewise. Raises PackError."""
        return load_glossary(paths.library_root() / "glossary.toml")

    @cached_property
    def version(self) -> str:
        """A hash of all items' versions: it changes when any of them does."""
        digest = hashlib.sha256("".join(f"{i.id}@{i.version}\n" for i in self).encode())
        return digest.hexdigest()[:12]


def pack_roots() -> list[Path]:
    """The built-in packs, then the user's."""
    roots = [paths.library_root(), paths.user_packs_root()]
    return [
        folder
        for root in roots
        if root.is_dir()
        for folder in sorted(root.iterdir())
        if (folder / "pack.toml").is_file()
    ]


def _twice(packs: Sequence[Pack]) -> Iterator[Finding]:
    owner: dict[str, Pack] = {}
    for pack in packs:
        for name, item in pack.items.items():
            first = owner.setdefault(name, pack)
            if first is not pack:
                yield error(
                    item.toml, 1, f"pack {first.info.id} has an item {name} already; give this one another id", "id"
                )
