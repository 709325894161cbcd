"""The real commands on the tests' database, in a folder of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from greenroom.cli.main import main
from greenroom.record.models import Candidate
from greenroom.rooms.coding.models import Submission

Run = Callable[..., tuple[int, str, str]]
Told = Callable[..., tuple[int, Any]]


@pytest.fixture(autouse=True)
def _attempts_may_go(transactional_db: None) -> Iterator[None]:
    """The end of a test deletes the attempts, and submissions hold on to theirs."""
    yield
    Submission.objects.all().delete()


@pytest.fixture
def run(ada: Candidate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `greenroom …` as Ada in an empty folder: (status, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as exit_:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return int(exit_.value.code or 0), out, err

    return call


@pytest.fixture
def told(run: Run) -> Told:
    """The same with --json: (status, what it answered)."""

    def call(*arguments: str | Path) -> tuple[int, Any]:
        status, out, _err = run(*arguments, "--json")
        return status, json.loads(out)

    return call
