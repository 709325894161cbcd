"""Backup and restore of a whole installation.

SQLite is copied with its online backup, so a running server may go on writing; `portable` archives, and all of PostgreSQL,
are JSON Lines, which either database takes back.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.core import serializers
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from greenroom import __version__
from greenroom.exchange import archive, tables
from greenroom.exchange.archive import ArchiveError, Manifest
from greenroom.record.models import Candidate, Erasure

DATABASE = "greenroom.sqlite3"
LINES = "data.jsonl"
BATCH = 500


def backup(target: Path, *, portable: bool = False) -> Manifest:
    """Write everything that people did into one archive.

    Raises:
        FileExistsError: the target exists.
    """
    name = LINES if portable or connection.vendor != "sqlite" else DATABASE
    manifest = Manifest(name, __version__, timezone.now().isoformat(timespec="seconds"), tables.migrations())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        if name == DATABASE:
            _copy_database(Path(connection.settings_dict["NAME"]), file)
        else:
            _write_lines(file)
        archive.write(target, manifest, {name: file})
    return manifest


def restore(source: Path, *, force: bool = False, keep_in: Path) -> Path | None:
    """Replace everything by an archive's content, once it has proved whole and not newer than this program.

    What was there is kept: with `force` it is first backed up into the folder `keep_in`, and that file's path is returned.

    Raises:
        ArchiveError: the archive cannot be used, or there is a record already and `force` is not given. Nothing was changed.
    """
    with tempfile.TemporaryDirectory() as folder:
        manifest, files = archive.unpack(source, Path(folder))
        check(manifest, files)
        kept = _keep(keep_in, force)
        if manifest.content == DATABASE:
            connection.close()
            _copy_database(files[DATABASE], Path(connection.settings_dict["NAME"]))
            connection.close()
        else:
            _read_lines(files[LINES])
    call_command("migrate", verbosity=0, interactive=False)
    return kept


def check(manifest: Manifest, files: dict[str, Path]) -> None:
    """Raises ArchiveError unless this installation can take the archive in."""
    if manifest.content not in files or manifest.content not in {DATABASE, LINES}:
        raise ArchiveError(f"The backup has no {DATABASE} and no {LINES}.")
    if newer := tables.unknown(manifest.migrations):
        raise ArchiveError(
            f"The backup is from Greenroom {manifest.greenroom} and needs {', '.join(newer)}, which this version lacks. "
            "Update Greenroom first."
        )
    if manifest.content == DATABASE:
        if connection.vendor != "sqlite":
            raise ArchiveError("This backup is an SQLite file. For PostgreSQL, write one with `backup --portable`.")
        with closing(sqlite3.connect(files[DATABASE])) as database:
            if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise ArchiveError("The database inside the backup is damaged. Use another copy.")
    elif manifest.migrations != tables.migrations():
        raise ArchiveError(f"A portable backup goes into the version that wrote it: Greenroom {manifest.greenroom}.")


def name_for(moment: datetime) -> str:
    """A backup's usual file name."""
    return f"greenroom-{moment:%Y%m%d-%H%M%S}.zip"


def _keep(folder: Path, force: bool) -> Path | None:
    if not any(model._default_manager.exists() for model, _ in tables.of_candidate()):
        return None
    if not force:
        raise ArchiveError("There is a record here already. To replace it (it is kept as a backup) add --force.")
    kept = folder / f"before-restore-{name_for(timezone.now())}"
    backup(kept)
    return kept


def _copy_database(source: Path, target: Path) -> None:
    """SQLite's online backup: consistent while others read and write, and all or nothing in the target."""
    with closing(sqlite3.connect(source)) as given, closing(sqlite3.connect(target, timeout=20)) as taken:
        given.backup(taken)


@transaction.atomic
def _write_lines(file: Path) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    with file.open("w", encoding="utf-8") as sink:
        for model in tables.tables():
            sink.writelines(tables.line(row) for row in model._default_manager.order_by("pk").iterator(BATCH))


@transaction.atomic
def _read_lines(file: Path) -> None:
    _empty()
    with file.open(encoding="utf-8") as lines:
        for row in serializers.deserialize("jsonl", lines):
            row.save()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables.tables()):
            cursor.execute(statement)


def _empty() -> None:
    Erasure.objects.bulk_create([Erasure(candidate_id=pk) for pk in Candidate.objects.values_list("pk", flat=True)])
    for model in reversed(tables.tables()):
        model._default_manager.all().delete()
    Erasure.objects.all().delete()
