"""Which file belongs to which item. The record remembers it, so a command needs no more than it has to be told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .desk import CODE, item_of
from .output import fail

if TYPE_CHECKING:
    from greenroom.content.items import LoadedItem
    from greenroom.record.models import Candidate


def remember(candidate: Candidate, item: LoadedItem, path: Path) -> None:
    """Note that the item is being worked on in this file."""
    from greenroom.record import services

    if next(iter(files(candidate).items()), None) != (item.id, path):
        payload = {"item": item.id, "path": str(path)}
        services.append_event(candidate=candidate, stream=_stream(candidate), kind="file", payload=payload)


def files(candidate: Candidate) -> dict[str, Path]:
    """Item id → its file, the one that was worked on last first."""
    from greenroom.record import services

    found: dict[str, Path] = {}
    for event in services.replay(candidate=candidate, stream=_stream(candidate)):
        found.pop(event.payload["item"], None)
        found[event.payload["item"]] = Path(event.payload["path"])
    return dict(reversed(found.items()))


def meant(candidate: Candidate, name: str | None, of: str | None, *, as_json: bool) -> tuple[LoadedItem, Path]:
    """The item and the file that `name` (a file, an item, or nothing for the last one) and `of` (an item) mean."""
    known = files(candidate)
    if name is None and of is None:
        last = next(((item, path) for item, path in known.items() if path.is_file()), None)
        if last is None:
            fail(_("Which one? Begin one with `greenroom start ITEM`, or name a file."), as_json=as_json, code=2)
        return item_of(last[0], as_json=as_json, kinds=CODE), last[1]
    if name is None or not _is_path(name):
        item = item_of(name or of or "", as_json=as_json, kinds=CODE)
        return item, _file_of(item, known, as_json)
    path = Path(name).absolute()
    if not path.is_file():
        words = _("%(name)s: there is no such file. `greenroom start ITEM` writes one.")
        fail(words % {"name": name}, as_json=as_json, code=2)
    return item_of(of or _item_at(path, known, as_json), as_json=as_json, kinds=CODE), path


def read(path: Path, *, as_json: bool) -> str:
    """The code in a file."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as problem:
        words = _("%(file)s is not UTF-8 at byte %(at)s. Save it as UTF-8.")
        fail(words % {"file": path, "at": problem.start}, as_json=as_json)


def _is_path(name: str) -> bool:
    return name.endswith(".py") or Path(name).is_file()


def _file_of(item: LoadedItem, known: dict[str, Path], as_json: bool) -> Path:
    places = (known.get(item.id), Path(f"{item.item.slug}.py").absolute())
    found = next((path for path in places if path and path.is_file()), None)
    words = _("There is no file for %(item)s yet: greenroom start %(item)s")
    return found or fail(words % {"item": item.id}, as_json=as_json, code=2)


def _item_at(path: Path, known: dict[str, Path], as_json: bool) -> str:
    from greenroom.rooms.shelf.services import on_shelf

    noted = [item for item, file in known.items() if file == path]
    named = [item.id for item in on_shelf() if item.kind in CODE and item.item.slug == path.stem]
    if not noted and len(named) != 1:
        words = _("For which item is %(file)s? Say so: --item coding/…")
        fail(words % {"file": path.name}, as_json=as_json, code=2)
    return (noted or named)[0]


def _stream(candidate: Candidate) -> str:
    return f"terminal/{candidate.pk}"
