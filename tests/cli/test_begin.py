"""How the program begins: alone it is the app, help costs nothing, and doctor tells what is amiss."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import environment

from .conftest import Told

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.django_db(transaction=True)


def python(code: str, folder: Path, **extra: str) -> str:
    command = [sys.executable, "-c", code]
    env = environment(folder, **extra)
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout


def test_without_a_command_it_is_the_app(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "greenroom.cli.main"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline().startswith("Greenroom is at http://127.0.0.1:")
        finally:
            process.terminate()


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    heavy = ("django", "typer", "pydantic", "numpy", "rich")
    code = f"import sys; from greenroom.cli.main import main; main(['--help']); print([m for m in {heavy} if m in sys.modules])"
    assert python(code, tmp_path).splitlines()[-1] == "[]"


def test_a_start_waits_for_neither_numpy_nor_the_judge(tmp_path: Path) -> None:
    code = """
import sys, django
django.setup()
from greenroom.jobs import registry
print(sorted({"numpy", "pydantic", "greenroom.judge.judging"} & set(sys.modules)), registry.kinds())
print(registry.lookup("judge").handle.__module__)
"""
    assert python(code, tmp_path).splitlines() == ["[] ['closer', 'judge', 'prepare']", "greenroom.rooms.coding.work"]


def test_doctor_finds_this_installation_well(told: Told) -> None:
    status, answer = told("doctor")
    assert (status, answer["ok"]) == (0, True), answer
    found = {finding["name"]: finding for finding in answer["findings"]}
    assert {"Python", "data folder", "database", "library", "pages", "sandbox", "grading models"} <= found.keys()
    assert "30 coding" in found["library"]["detail"]
    assert all(finding["fix"] for finding in found.values() if finding["state"] == "fail")


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("settings", {"GREENROOM_PORT": "many"}),
        ("database", {"GREENROOM_DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"}),
        ("library", {"GREENROOM_LIBRARY": "/nowhere"}),
    ],
)
def test_doctor_names_what_is_amiss_and_the_cure(tmp_path: Path, name: str, extra: dict[str, str]) -> None:
    command = [sys.executable, "-m", "greenroom.cli.main", "doctor", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment(tmp_path, **extra), capture_output=True, text=True)
    findings = {finding["name"]: finding for finding in json.loads(done.stdout)["findings"]}
    assert done.returncode == 1
    assert findings[name]["state"] == "fail"
    assert findings[name]["fix"]
