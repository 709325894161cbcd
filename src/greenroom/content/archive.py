"""What a folder, a .zip or a .tar.gz holds, entry by entry, refused at the first thing a pack has no use for.

Nothing is extracted by a library's own routine: every name is checked against an allow-list, every byte is counted as it is read,
and whatever is neither a plain file nor a folder is refused.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from .findings import PackError, error

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a pack may be. `ratio` is unpacked to packed size, asked of archives that unpack to more than `free`."""

    entries: int = 20_000
    file: int = 2 * MIB
    total: int = 128 * MIB
    packed: int = 64 * MIB
    ratio: int = 100
    free: int = 4 * MIB
    depth: int = 7
    name: int = 100


SUFFIXES = {".toml", ".md", ".py", ".svg", ".csv", ".json", ".jsonl", ".txt", ".sql"}
BARE = {"LICENSE", "LICENCE", "README", "NOTICE"}
LITTER = {"__MACOSX", "__pycache__", ".DS_Store", ".git", ".gitignore", "Thumbs.db"}
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


class Refused(PackError):
    """A pack that was not installed, and why."""

    def __init__(self, source: Path, entry: str, message: str) -> None:
        super().__init__([error(source, 0, f"{entry!r}: {message}" if entry else message, "archive")])


@dataclass(frozen=True, slots=True)
class Entry:
    """A plain file: its checked path and its bytes."""

    name: str
    content: bytes


def entries(source: Path, bounds: Bounds | None = None) -> Iterator[Entry]:
    """The files of a pack. Raises Refused at the first entry that is not fit."""
    gate = _Gate(source, bounds or Bounds())
    if source.is_symlink():
        raise Refused(source, "", "is a link; give the pack itself")
    if source.is_dir():
        yield from _from_folder(source, "", gate)
    elif not source.is_file():
        raise Refused(source, "", "there is no such file or folder")
    elif source.stat().st_size > gate.bounds.packed:
        raise Refused(source, "", f"larger than {gate.bounds.packed // MIB} MiB")
    elif source.name.endswith(".zip"):
        yield from _from_zip(source, gate)
    elif source.name.endswith((".tar.gz", ".tgz")):
        yield from _from_tar(source, gate)
    else:
        raise Refused(source, "", "not a pack; give a folder, a .zip or a .tar.gz")


class _Gate:
    """Counts and judges what passes."""

    def __init__(self, source: Path, bounds: Bounds) -> None:
        self.source = source
        self.bounds = bounds
        self.total = 0
        self.count = 0
        self.seen: dict[str, bool] = {}

    def refuse(self, entry: str, message: str) -> Refused:
        return Refused(self.source, entry[:200], message)

    def name(self, name: str, folder: bool) -> bool:
        """Whether to take an entry; False for litter. Raises Refused for a name that is no good."""
        self.count += 1
        if self.count > self.bounds.entries:
            raise self.refuse("", f"more than {self.bounds.entries} entries")
        parts = name.removesuffix("/").split("/")
        if LITTER & set(parts):
            return False
        if len(parts) > self.bounds.depth:
            raise self.refuse(name, f"nested more than {self.bounds.depth} folders deep")
        for part in parts:
            if (
                len(part) > self.bounds.name
                or not _PART.fullmatch(part)
                or _DEVICE.fullmatch(part)
                or part.endswith(".")
            ):
                raise self.refuse(name, "names are of letters, digits, '.', '_' and '-', and lead nowhere else")
        self._once(name, parts, folder)
        if not folder and Path(parts[-1]).suffix not in SUFFIXES and parts[-1] not in BARE:
            raise self.refuse(name, f"a pack holds only text: {' '.join(sorted(SUFFIXES))}")
        return True

    def _once(self, name: str, parts: list[str], folder: bool) -> None:
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth])
            is_folder = folder or depth < len(parts)
            known = self.seen.get(path.casefold())
            spelt_otherwise = known is not None and path not in self.seen
            if spelt_otherwise or known not in (None, is_folder) or (known is False and not is_folder):
                raise self.refuse(name, "occurs twice, or differs from another name only in its case")
            self.seen[path.casefold()] = self.seen[path] = is_folder

    def read(self, name: str, stream: IO[bytes], packed: int | None = None) -> Entry:
        """The bytes of a file, counted. `packed` is what it takes in the archive."""
        content = stream.read(self.bounds.file + 1)
        if len(content) > self.bounds.file:
            raise self.refuse(name, f"larger than {self.bounds.file // MIB} MiB")
        self.total += len(content)
        if self.total > self.bounds.total:
            raise self.refuse("", f"unpacks to more than {self.bounds.total // MIB} MiB")
        if packed is not None:
            self.ratio(len(content), packed, self.bounds.file // 2)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            raise self.refuse(name, "not UTF-8 text") from None
        if found := _UNSEEN.search(text):
            raise self.refuse(name, f"holds the control character U+{ord(found[0]):04X}")
        return Entry(name, content)

    def ratio(self, unpacked: int, packed: int, free: int) -> None:
        if unpacked > free and unpacked > packed * self.bounds.ratio:
            raise self.refuse("", f"unpacks to more than {self.bounds.ratio} times its size")


def _from_folder(folder: Path, prefix: str, gate: _Gate) -> Iterator[Entry]:
    with os.scandir(folder) as found:
        listing = sorted(found, key=lambda entry: entry.name)
    for entry in listing:
        name = prefix + entry.name
        mode = entry.stat(follow_symlinks=False).st_mode
        if not gate.name(name, stat.S_ISDIR(mode)):
            continue
        if stat.S_ISDIR(mode):
            yield from _from_folder(Path(entry.path), f"{name}/", gate)
        elif stat.S_ISREG(mode):
            handle = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW)
            with os.fdopen(handle, "rb") as stream:
                yield gate.read(name, stream)
        else:
            raise gate.refuse(name, "is a link or a device; a pack holds plain files only")


def _from_zip(source: Path, gate: _Gate) -> Iterator[Entry]:
    try:
        with zipfile.ZipFile(source) as archive:
            for info in archive.infolist():
                yield from _zip_entry(archive, info, gate)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        UnicodeDecodeError,
        ValueError,
        OSError,
    ) as problem:
        raise gate.refuse("", f"a damaged or unsupported archive: {problem}") from None


def _zip_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, gate: _Gate) -> Iterator[Entry]:
    name = info.orig_filename
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise gate.refuse(name, "is a link or a device; a pack holds plain files only")
    if info.flag_bits & 0x1:
        raise gate.refuse(name, "is encrypted; unlock the archive first")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise gate.refuse(name, "is packed by an uncommon method; use deflate")
    folder = name.endswith("/")
    if gate.name(name, folder) and not folder:
        with archive.open(info) as stream:
            yield gate.read(name, stream, info.compress_size)


class _Counted(io.RawIOBase):
    """A gzip stream that is refused once it has given too much."""

    def __init__(self, stream: gzip.GzipFile, packed: int, gate: _Gate) -> None:
        self.stream, self.packed, self.gate = stream, packed, gate
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        content = self.stream.read(size if size >= 0 else MIB)
        self.given += len(content)
        bounds = self.gate.bounds
        if self.given > bounds.total + bounds.entries * 2048:
            raise self.gate.refuse("", f"unpacks to more than {bounds.total // MIB} MiB")
        self.gate.ratio(self.given, self.packed, bounds.free)
        return content


def _from_tar(source: Path, gate: _Gate) -> Iterator[Entry]:
    try:
        with (
            gzip.open(source) as packed,
            tarfile.open(fileobj=_Counted(packed, source.stat().st_size, gate), mode="r|") as archive,
        ):
            for member in archive:
                yield from _tar_entry(archive, member, gate)
    except (tarfile.TarError, zlib.error, EOFError, UnicodeDecodeError, ValueError, OSError) as problem:
        raise gate.refuse("", f"a damaged or unsupported archive: {problem}") from None


def _tar_entry(archive: tarfile.TarFile, member: tarfile.TarInfo, gate: _Gate) -> Iterator[Entry]:
    name = member.name.removeprefix("./")
    if member.isdir() and name in ("", "."):
        return
    if not (member.isdir() or member.isreg()) or member.issparse():
        raise gate.refuse(name, "is a link or a device; a pack holds plain files only")
    if gate.name(name, member.isdir()) and member.isreg():
        stream = archive.extractfile(member)
        if stream is None:
            raise gate.refuse(name, "cannot be read")
        yield gate.read(name, stream)
