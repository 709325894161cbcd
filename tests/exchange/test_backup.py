from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenroom.exchange.archive import ArchiveError
from greenroom.exchange.backup import DATABASE, LINES, backup, restore
from greenroom.record import services
from greenroom.record.models import Attempt, Candidate, Event
from tests.exchange.conftest import Snapshot

pytestmark = pytest.mark.django_db(transaction=True)
Fill = Callable[[Candidate], None]


@pytest.fixture
def saved(tmp_path: Path, ada: Candidate, bo: Candidate, history: Fill) -> Path:
    history(ada)
    history(bo)
    backup(tmp_path / "b.zip")
    return tmp_path / "b.zip"


def _rewrite(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(path) as old:
        files = {name: old.read(name) for name in old.namelist()}
    change(files)
    with zipfile.ZipFile(path, "w") as new:
        for name, data in files.items():
            new.writestr(name, data)


@pytest.mark.parametrize("portable", [False, True])
def test_what_was_backed_up_comes_back(
    tmp_path: Path, ada: Candidate, bo: Candidate, history: Fill, snapshot: Snapshot, portable: bool
) -> None:
    history(ada)
    history(bo)
    before = snapshot()
    backup(tmp_path / "b.zip", portable=portable)
    history(ada)
    assert snapshot() != before
    kept = restore(tmp_path / "b.zip", force=True, keep_in=tmp_path)
    assert snapshot() == before
    assert kept
    restore(kept, force=True, keep_in=_fresh(tmp_path))
    assert Event.objects.filter(candidate=ada).count() == 2


def test_the_record_goes_on_after_a_restore(tmp_path: Path, saved: Path, ada: Candidate, history: Fill) -> None:
    restore(saved, force=True, keep_in=tmp_path)
    history(ada)
    assert Attempt.objects.filter(candidate=ada).count() == 2
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Attempt.objects.all().delete()


def test_nothing_is_overwritten_unasked(tmp_path: Path, saved: Path, snapshot: Snapshot) -> None:
    before = snapshot()
    with pytest.raises(ArchiveError, match="--force"):
        restore(saved, keep_in=tmp_path)
    with pytest.raises(FileExistsError):
        backup(saved)
    assert snapshot() == before


def test_an_empty_installation_takes_a_backup_in(tmp_path: Path, saved: Path, ada: Candidate, bo: Candidate) -> None:
    from greenroom.exchange.personal import erase

    for candidate in (ada, bo):
        erase(candidate=Candidate.objects.get(pk=candidate.pk))
    assert restore(saved, keep_in=tmp_path) is None
    assert Attempt.objects.count() == 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_a_damaged_archive_changes_nothing(
    tmp_path: Path, saved: Path, snapshot: Snapshot, where: float, flip: int
) -> None:
    before = snapshot()
    data = bytearray(saved.read_bytes())
    data[int(where * len(data))] ^= flip
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(data)
    with suppress(ArchiveError):  # a flip in the zip's own bookkeeping may go unseen: then the content is what it was
        restore(damaged, force=True, keep_in=_fresh(tmp_path))
    assert snapshot() == before


def _fresh(folder: Path) -> Path:
    made = folder / f"kept-{len(list(folder.iterdir()))}"
    made.mkdir()
    return made


@pytest.mark.parametrize("length", [0, 10, 1000])
def test_half_an_archive_is_refused(tmp_path: Path, saved: Path, length: int) -> None:
    saved.write_bytes(saved.read_bytes()[:length])
    with pytest.raises(ArchiveError):
        restore(saved, force=True, keep_in=tmp_path)


def test_a_newer_archive_is_refused(tmp_path: Path, saved: Path) -> None:
    def newer_format(files: dict[str, bytes]) -> None:
        files["manifest.json"] = json.dumps({**json.loads(files["manifest.json"]), "format": 2}).encode()

    def newer_tables(files: dict[str, bytes]) -> None:
        manifest = json.loads(files["manifest.json"])
        manifest["migrations"]["record"] = "0999_from_the_future"
        files["manifest.json"] = json.dumps({**manifest, "format": 1}).encode()

    for change, says in ((newer_format, "newer"), (newer_tables, "0999_from_the_future")):
        _rewrite(saved, change)
        with pytest.raises(ArchiveError, match=says):
            restore(saved, force=True, keep_in=tmp_path)


def test_a_stowaway_is_refused(tmp_path: Path, saved: Path) -> None:
    _rewrite(saved, lambda files: files.update({"../../evil": b"x"}))
    with pytest.raises(ArchiveError, match="does not name"):
        restore(saved, force=True, keep_in=tmp_path)


def test_a_path_in_the_manifest_leads_nowhere(tmp_path: Path, saved: Path) -> None:
    def climb(files: dict[str, bytes]) -> None:
        manifest = json.loads(files["manifest.json"])
        for name in (DATABASE, LINES):
            if name in files:
                files["../../evil"] = files.pop(name)
                manifest["files"] = {"../../evil": manifest["files"][name]}
        files["manifest.json"] = json.dumps(manifest).encode()

    _rewrite(saved, climb)
    with pytest.raises(ArchiveError):
        restore(saved, force=True, keep_in=tmp_path)
    assert not list(tmp_path.parent.rglob("evil"))


def test_an_archive_is_for_its_owner_only(saved: Path) -> None:
    assert saved.stat().st_mode & 0o077 == 0
    assert sorted(zipfile.ZipFile(saved).namelist()) == sorted(
        ["manifest.json", DATABASE if connection.vendor == "sqlite" else LINES]
    )


def test_writers_may_go_on_during_a_backup(tmp_path: Path, ada: Candidate, history: Fill) -> None:
    history(ada)
    services.append_event(candidate=ada, stream="sitting/1", kind="typed")
    backup(tmp_path / "b.zip")
    services.append_event(candidate=ada, stream="sitting/1", kind="typed")
    restore(tmp_path / "b.zip", force=True, keep_in=tmp_path)
    assert ada.events.filter(stream="sitting/1").count() == 1
