"""A backup's container: a zip whose manifest names every file with its digest. Nothing is believed before it is checked."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import zipfile
import zlib
from dataclasses import asdict, dataclass, field
from io import BufferedReader
from pathlib import Path
from typing import Any

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20


UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    KeyError,
)
"""What zipfile raises on a damaged archive, as flipping its bytes has shown."""


class ArchiveError(Exception):
    """The archive cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself. `migrations` is the newest one of each app, by which a newer archive is known."""

    content: str
    greenroom: str
    created_at: str
    migrations: dict[str, str]
    format: int = FORMAT
    files: dict[str, str] = field(default_factory=dict)
    """Name → SHA-256 in hex."""


def write(target: Path, manifest: Manifest, files: dict[str, Path]) -> None:
    """Write an archive. It appears under its name only when it is whole.

    Raises:
        FileExistsError: there is a file of that name already.
    """
    if target.exists():
        raise FileExistsError(target)
    draft = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, path in files.items():
                manifest.files[name] = digest(path.open("rb"))
                archive.write(path, name)
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))
        draft.chmod(0o600)
        draft.rename(target)
    finally:
        draft.unlink(missing_ok=True)


def digest(file: BufferedReader) -> str:
    """SHA-256 of what is left of the file, which is closed."""
    with file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpack(source: Path, folder: Path) -> tuple[Manifest, dict[str, Path]]:
    """The manifest and the verified files of an archive, unpacked into `folder`.

    Raises:
        ArchiveError: it is no backup, is damaged, holds what its manifest does not name, or is from a newer Greenroom.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _manifest(archive)
            if sum(info.file_size for info in archive.infolist()) > shutil.disk_usage(folder).free:
                raise ArchiveError(f"There is not enough room in {folder} to unpack the backup.")
            return manifest, {name: _unpack(archive, name, sha, folder) for name, sha in manifest.files.items()}
    except UNREADABLE as error:
        raise ArchiveError(f"{source} is not a whole backup ({error}). Use another copy of it.") from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        raw: dict[str, Any] = json.loads(archive.read(MANIFEST))
        if raw["format"] > FORMAT:
            raise ArchiveError(
                f"The backup was written by a newer Greenroom ({raw['greenroom']}). Update this one first."
            )
        manifest = Manifest(**raw)
    except (KeyError, ValueError, TypeError) as error:
        if isinstance(error, ArchiveError):
            raise
        raise ArchiveError("This file is not a backup of Greenroom: it has no readable manifest.") from error
    if sorted(archive.namelist()) != sorted([*manifest.files, MANIFEST]):
        raise ArchiveError(
            "The backup holds files that its manifest does not name, or lacks some. Use another copy of it."
        )
    return manifest


def _unpack(archive: zipfile.ZipFile, name: str, sha: str, folder: Path) -> Path:
    target = folder / hashlib.sha256(name.encode()).hexdigest()  # an archive's names never become paths
    with archive.open(name) as source, target.open("wb") as sink:
        while chunk := source.read(CHUNK):
            sink.write(chunk)
    if digest(target.open("rb")) != sha:
        raise ArchiveError(f"The backup is damaged: {name} is not what its manifest says. Use another copy of it.")
    return target
