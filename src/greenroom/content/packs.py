"""Packs of the user's own: installed from a folder or an archive, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path, PurePosixPath

from . import svg
from .archive import Bounds, Refused, entries
from .findings import Finding, PackError, error
from .loader import Pack, load_pack


def install(
    source: Path, packs: Path, *, reserved: frozenset[str] = frozenset({"core"}), bounds: Bounds | None = None
) -> Pack:
    """Check a pack, copy it into `packs/<its id>` (in place of an earlier version) and return it.

    Raises PackError, and leaves everything as it was, when an entry is unfit, the pack or any of its items does not validate, or
    its id is one of the `reserved` ones.
    """
    packs.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".incoming-", dir=packs) as name:
        incoming = Path(name) / "pack"
        incoming.mkdir()
        for entry in entries(source, bounds):
            target = incoming.joinpath(*PurePosixPath(entry.name).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(entry.content)
        root = _root(incoming, source)
        pack = load_pack(root)
        if problems := [*pack.problems, *_figures(root)]:
            raise PackError([_as_given(problem, root) for problem in problems])
        if not pack.items:
            raise Refused(source, "", "the pack has no items")
        if pack.info.id in reserved:
            raise Refused(source, "pack.toml", f"the id {pack.info.id} belongs to the built-in library; choose another")
        _replace(root, packs / pack.info.id, Path(name) / "old")
    return load_pack(packs / pack.info.id)


def remove(pack: str, packs: Path) -> None:
    """Delete an installed pack. Raises KeyError when there is none of that id."""
    found = (
        next((f for f in packs.iterdir() if f.name == pack and (f / "pack.toml").is_file()), None)
        if packs.is_dir()
        else None
    )
    if found is None:
        raise KeyError(pack)
    shutil.rmtree(found)


def _root(incoming: Path, source: Path) -> Path:
    """The folder with pack.toml: the top, or the one folder in it."""
    inside = list(incoming.iterdir())
    for place in (incoming, *(inside if len(inside) == 1 else [])):
        if (place / "pack.toml").is_file():
            return place
    raise Refused(source, "", "no pack.toml at its top; see docs/content-format.md")


def _figures(root: Path) -> list[Finding]:
    return [
        error(path, 0, problem, "figure")
        for path in sorted(root.rglob("*.svg"))
        for problem in svg.problems(path.read_text("utf-8"))
    ]


def _as_given(problem: Finding, root: Path) -> Finding:
    """The finding with a path within the pack: the temporary folder is gone when it is read."""
    resolved = root.resolve()
    file = problem.file.relative_to(resolved) if problem.file.is_relative_to(resolved) else problem.file
    return Finding(problem.severity, file, problem.line, problem.message, problem.code)


def _replace(new: Path, place: Path, old: Path) -> None:
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
