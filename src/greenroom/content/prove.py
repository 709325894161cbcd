"""Running the proofs of many items: in parallel, remembering what was proved already."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import greenroom

from .findings import Finding, error
from .items import LoadedItem


class Prover(Protocol):
    """Proves items of some kinds by running what they ship. Safe to call from several threads."""

    @property
    def kinds(self) -> tuple[str, ...]: ...

    def prove(self, loaded: LoadedItem, report: Callable[[Finding], None]) -> None:
        """Report whatever does not hold; report nothing for an item that is proved."""


class Ledger:
    """Which versions of which items were proved, by which code: one small SQLite file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def holds(self, loaded: LoadedItem) -> bool:
        """Whether exactly this version was proved without an error by exactly this code."""
        if not self.file.is_file():
            return False
        try:
            with closing(sqlite3.connect(self.file)) as db:
                found = db.execute(
                    "SELECT 1 FROM proofs WHERE id = ? AND mark = ?", (loaded.id, _mark(loaded))
                ).fetchone()
        except sqlite3.Error:
            return False
        return found is not None

    def add(self, loaded: LoadedItem) -> None:
        """Remember a proof."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.file)) as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS proofs (id TEXT PRIMARY KEY, mark TEXT) WITHOUT ROWID")
            db.execute("INSERT OR REPLACE INTO proofs VALUES (?, ?)", (loaded.id, _mark(loaded)))


@lru_cache(maxsize=1)
def _engine() -> str:
    """A hash of the code that proves."""
    package = Path(greenroom.__file__).parent
    digest = hashlib.sha256()
    for part in ("content", "judge", "grading"):
        for file in sorted((package / part).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _mark(loaded: LoadedItem) -> str:
    return f"{loaded.version}:{_engine()}"


def prove(
    items: Iterable[LoadedItem],
    provers: Sequence[Prover],
    *,
    ledger: Ledger | None = None,
    fresh: bool = True,
    jobs: int = 2,
    step: Callable[[str], None] = lambda _: None,
) -> Iterator[Finding]:
    """The findings of all items' proofs, in the items' order. `step` is told each id when it is done.

    Items proved without an error are added to the `ledger`; unless `fresh`, those that it holds already are passed over.
    """
    by_kind = {kind: prover for prover in provers for kind in prover.kinds}
    wanted = [item for item in items if item.kind in by_kind and (fresh or not (ledger and ledger.holds(item)))]
    found: dict[str, list[Finding]] = {}
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        running = {pool.submit(_proof, by_kind[item.kind], item): item for item in wanted}
        for done in as_completed(running):
            item = running[done]
            found[item.id] = done.result()
            if ledger and not any(finding.severity == "error" for finding in found[item.id]):
                ledger.add(item)
            step(item.id)
    for item in wanted:
        yield from found[item.id]


def _proof(prover: Prover, item: LoadedItem) -> list[Finding]:
    found: list[Finding] = []
    try:
        prover.prove(item, found.append)
    except Exception as problem:  # a prover must not take the others with it
        found.append(error(item.toml, 0, f"the proof broke off: {type(problem).__name__}: {problem}", "internal"))
    return found
