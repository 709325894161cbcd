"""`greenroom judge`: its three commands on the real judge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from greenroom.cli.main import main

CONTENT = Path(__file__).parents[2] / "content" / "core" / "coding" / "activations-grad"


def call(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(["judge", *map(str, arguments)])
    return int(ended.value.code or 0), capsys.readouterr().out


def test_a_file_is_judged_against_an_item(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = call(capsys, "run", CONTENT, CONTENT / "solutions" / "optimal.py", "--json")
    assert (status, json.loads(out)["report"]["verdict"]) == (0, "AC")
    status, out = call(capsys, "run", CONTENT, CONTENT / "mutants" / "finite_difference.py", "--seed", "5")
    assert status == 1
    assert out.startswith("WA")
    assert "expected" in out


def test_what_cannot_be_judged_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out = call(capsys, "run", CONTENT, tmp_path / "absent.py", "--json")
    assert (status, json.loads(out)["ok"]) == (1, False)
    bad = tmp_path / "bad.jsonl"
    bad.write_text("no json")
    assert call(capsys, "jsonl", bad)[0] == 2


def test_a_set_is_judged_line_by_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    row = {"task_id": "a", "prompt": "def f(x):\n", "entry_point": "f", "test": "def check(c):\n    assert c(1) == 2\n"}
    bodies = ["    return x + 1\n", "    return x\n"]
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n".join(json.dumps({**row, "mine": body}) for body in bodies))
    status, out = call(capsys, "jsonl", rows, "--field", "mine", "--json")
    assert status == 1
    assert [result["verdict"] for result in json.loads(out)["results"]] == ["AC", "WA"]
