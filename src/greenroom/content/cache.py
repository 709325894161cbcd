"""What was validated stays validated while its files do not change: one small SQLite file in the data folder."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from . import models
from .items import Stamp

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS items (folder TEXT PRIMARY KEY, stamp TEXT, version TEXT, item BLOB) WITHOUT ROWID"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item's version and its data as JSON, good for the files that `stamp` describes."""

    stamp: str
    version: str
    item: bytes


def key(stamp: Stamp) -> str:
    """The stamp and the format's definition in one string: either changing makes an entry stale."""
    return hashlib.sha256(json.dumps([_FORMAT, stamp]).encode()).hexdigest()


_FORMAT = hashlib.sha256(Path(models.__file__).read_bytes()).hexdigest()


class ItemCache:
    """A dictionary folder → Entry on disk. A cache that cannot be read or written is an empty one."""

    def __init__(self, file: Path | None) -> None:
        self.file = file

    def load(self, root: Path) -> dict[str, Entry]:
        """The entries of all folders under `root`."""
        if self.file is None or not self.file.is_file():
            return {}
        try:
            with closing(sqlite3.connect(self.file)) as db:
                rows = db.execute(
                    "SELECT folder, stamp, version, item FROM items WHERE folder >= ? AND folder < ?",
                    (f"{root}/", f"{root}0"),
                ).fetchall()
        except sqlite3.Error:
            return {}
        return {folder: Entry(stamp, version, item) for folder, stamp, version, item in rows}

    def store(self, new: dict[str, Entry], gone: Iterable[str]) -> None:
        if self.file is None:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file)) as db, db:
                db.execute(_SCHEMA)
                db.executemany("DELETE FROM items WHERE folder = ?", [(folder,) for folder in gone])
                rows = [(folder, e.stamp, e.version, e.item) for folder, e in new.items()]
                db.executemany("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?)", rows)
        except (OSError, sqlite3.OperationalError):
            return  # busy, full or read-only: the next start reads the packs again
        except sqlite3.DatabaseError:
            self.file.unlink(missing_ok=True)
