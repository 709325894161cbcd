from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from greenroom.cli import backup as commands
from greenroom.record.models import Attempt, Candidate, ItemState

pytestmark = pytest.mark.django_db(transaction=True)
app = typer.Typer()
for command in (commands.backup, commands.restore, commands.export, commands.erase, commands.rebuild):
    app.command()(command)
runner = CliRunner()


@pytest.fixture(autouse=True)
def _history(ada: Candidate, history: Callable[[Candidate], None]) -> None:
    history(ada)


def test_a_backup_and_its_way_back(tmp_path: Path) -> None:
    target = str(tmp_path / "b.zip")
    assert json.loads(runner.invoke(app, ["backup", target, "--json"]).stdout)["path"] == target
    refused = runner.invoke(app, ["restore", target])
    assert refused.exit_code == 1
    assert "--force" in refused.stderr
    done = json.loads(runner.invoke(app, ["restore", target, "--force", "--json"]).stdout)
    assert Path(done["kept"]).is_file()
    assert runner.invoke(app, ["backup", target]).exit_code == 1


def test_a_missing_archive_is_named() -> None:
    result = runner.invoke(app, ["restore", "nowhere.zip", "--force"])
    assert result.exit_code == 1
    assert "nowhere.zip" in result.stderr


def test_an_export_is_lines_of_json(tmp_path: Path) -> None:
    lines = runner.invoke(app, ["export"]).stdout.splitlines()
    assert len([json.loads(line) for line in lines]) == len(lines) > 5
    assert runner.invoke(app, ["export", str(tmp_path / "e.jsonl")]).exit_code == 0
    assert len((tmp_path / "e.jsonl").read_text("utf-8").splitlines()) == len(lines)


def test_erasing_asks_first() -> None:
    assert runner.invoke(app, ["erase"], input="no\n").exit_code == 1
    assert Attempt.objects.count() == 1
    assert runner.invoke(app, ["erase"], input="solo\n").exit_code == 0
    assert not Attempt.objects.exists()
    assert "no candidate called bo" in runner.invoke(app, ["erase", "--user", "bo", "--yes"]).stderr


def test_a_rebuild_counts_what_it_derived() -> None:
    ItemState.objects.all().delete()
    assert json.loads(runner.invoke(app, ["rebuild", "--json"]).stdout) == {"states": 1}
