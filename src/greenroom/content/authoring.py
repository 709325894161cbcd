"""What authors need besides checks: a new item to start from, the pin of a translation, counts, and the format's schemas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .findings import Finding, error
from .glossary import GlossaryFile
from .items import LoadedItem
from .loader import Library
from .models import KINDS
from .pack import PackInfo, Refs, Review
from .taxonomy import TaxonomyFile
from .text import pin

_SKELETONS = Path(__file__).parent / "skeletons"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PINNED = re.compile(r"\A<!-- translates: [0-9a-f]{12} -->\s*\n")


def create(kind: str, slug: str, pack: Path) -> Path:
    """Write a small whole item of `kind` into the pack, to be rewritten; return its folder.

    Raises ValueError for a kind or slug that is none, FileNotFoundError without a pack, FileExistsError rather than overwrite.
    """
    if kind not in KINDS:
        raise ValueError(f"no kind is called {kind!r}; the kinds are {', '.join(KINDS)}")
    if not _SLUG.fullmatch(slug):
        raise ValueError(f"{slug!r} is no slug: use lower-case words joined by '-', such as 'layer-norm'")
    if not (pack / "pack.toml").is_file():
        raise FileNotFoundError(2, "no pack.toml here, so this is no pack", str(pack))
    folder = pack / kind / slug
    folder.mkdir(parents=True)
    for file in sorted((_SKELETONS / kind).rglob("*.skel")):
        target = folder / file.relative_to(_SKELETONS / kind).with_suffix("")
        target.parent.mkdir(exist_ok=True)
        target.write_text(file.read_text("utf-8").replace("SLUG", slug), "utf-8")
    return folder


def repin(folder: Path) -> bool:
    """Write the hash of text.en.md into the first line of text.zh.md: the translation was read again. False when it was there.

    Raises FileNotFoundError when one of the texts is missing.
    """
    english, chinese = folder / "text.en.md", folder / "text.zh.md"
    line = f"<!-- translates: {pin(english.read_bytes())} -->\n"
    old = chinese.read_text("utf-8")
    new = line + _PINNED.sub("", old)
    if new == old:
        return False
    chinese.write_text(new, "utf-8")
    return True


def statistics(library: Library) -> dict[str, Any]:
    """Counts by kind, topic, difficulty, role, language and pack, and the topics that nothing covers."""
    items = list(library)
    tops = [topic.id for topic in library.taxonomy if topic.parent is None]
    topics = Counter(item.item.topic.partition("/")[0] for item in items)
    subs = {item.item.topic for item in items}
    return {
        "items": len(items),
        "kinds": _counted(item.kind for item in items),
        "topics": {name: topics[name] for name in tops},
        "difficulty": _counted(str(item.item.difficulty) for item in items),
        "roles": _counted(role for item in items for role in item.item.roles),
        "languages": _counted(lang for item in items for lang in item.languages),
        "packs": _counted(item.pack for item in items),
        "uncovered": [t.id for t in library.taxonomy if t.parent and t.id not in subs],
        "minutes": sum(item.item.minutes for item in items),
        "version": library.version,
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema by name: one for each kind's item.toml, and those of the other files of a pack."""
    models: dict[str, type[BaseModel]] = {
        **KINDS,
        "pack": PackInfo,
        "refs": Refs,
        "review": Review,
        "taxonomy": TaxonomyFile,
        "glossary": GlossaryFile,
    }
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        for name, model in models.items()
    }


PACK_FILES = ("pack.toml", "refs.toml")
"""Without these being right a pack cannot be loaded at all."""


def chosen(library: Library, names: Iterable[str]) -> tuple[set[str], list[Finding]]:
    """The items meant by ids, files or folders; a finding for each name that means none, after those that spoil whole packs,
    since an item of such a pack is not found either."""
    ids: set[str] = set()
    unknown: list[Finding] = []
    for name in names:
        known = library.get(name)
        place = Path(name).resolve()
        inside = {known.id} if known else {item.id for item in library if _overlap(item, place)}
        if not inside and not any(p.file.resolve().is_relative_to(place) for p in library.problems):
            unknown.append(
                error(Path(name), 0, "means no item; give an id such as coding/kmeans, a file or a folder", "path")
            )
        ids |= inside
    return ids, [*(p for p in library.problems if p.file.name in PACK_FILES), *unknown] if unknown else []


def _overlap(item: LoadedItem, place: Path) -> bool:
    return item.folder.is_relative_to(place) or place.is_relative_to(item.folder)
