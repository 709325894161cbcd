"""Static checks: everything about a pack that can be known without running its code."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from greenroom.content.findings import Finding, PackError, error
from greenroom.content.items import LoadedItem
from greenroom.content.loader import Library

from . import links, near, texts
from .base import Subject, World


def check_item(loaded: LoadedItem, world: World) -> list[Finding]:
    """The findings of one item, in the order of files and lines."""
    subject = Subject(loaded, world)
    for check in (texts.check, links.check):
        try:
            check(subject)
        except PackError as problem:
            subject.findings.extend(problem.findings)
        except UnicodeDecodeError as problem:
            subject.findings.append(error(loaded.folder, 0, f"a text is not UTF-8: {problem.reason}", "encoding"))
    return sorted(set(subject.findings), key=lambda f: (str(f.file), f.line, f.message))


def check_library(
    library: Library, chosen: Collection[str] | None = None, step: Callable[[str], None] = lambda _: None
) -> Iterator[Finding]:
    """The findings of all items, or of the `chosen` ids, and those between items. `step` is told each id when it is done."""
    yield from library.problems
    world = World.of(library)
    for loaded in library:
        if chosen is None or loaded.id in chosen:
            yield from check_item(loaded, world)
            step(loaded.id)
    between = [*links.circles(library), *near.duplicates(library)]
    if chosen is None:
        between += [finding for pack in library.packs for finding in links.references(pack)]
        yield from between
        return
    folders = [library.items[name].folder for name in chosen if name in library.items]
    yield from (finding for finding in between if any(finding.file.is_relative_to(folder) for folder in folders))


__all__ = ["World", "check_item", "check_library"]
