"""The terminal: what a person reads, what a program reads, and the status it exits with."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from greenroom.cli.main import COMMANDS, main
from greenroom.content.models import KINDS
from greenroom.content.paths import library_root

from .conftest import TEXT_EN, Writer

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(pack: Writer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `greenroom content …` on a library that has the tiny pack only: (status, standard output, standard error)."""
    for name in ("taxonomy.toml", "glossary.toml"):
        shutil.copy(library_root() / name, pack.root.parent)
    monkeypatch.setenv("GREENROOM_LIBRARY", str(pack.root.parent))

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as exit_:
            main(["content", *map(str, arguments)])
        out, err = capsys.readouterr()
        return int(exit_.value.code or 0), out, err

    return call


def told(run: Run, *arguments: str | Path) -> tuple[int, Any]:
    status, out, _ = run(*arguments, "--json")
    return status, json.loads(out)


def test_lint_prints_places_and_fails(run: Run, pack: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pack.root)
    status, out, _ = run("lint", "--static", "theory/dropout")
    assert status == 1
    assert out.splitlines()[0].startswith("theory/dropout/item.toml:25: untranslated claims.1.says has no Chinese")
    assert out.splitlines()[-1].startswith("1 items, ")
    (pack.root / "theory/dropout/text.zh.md").unlink()
    assert run("lint", "--static")[0] == 0


def test_lint_answers_programs(run: Run, pack: Writer) -> None:
    (pack.root / "theory/dropout/text.zh.md").unlink()
    (pack.root / "theory/dropout/text.en.md").write_text(TEXT_EN + "A color.\n")
    status, answer = told(run, "lint", "--static", pack.root)
    assert (status, answer["ok"], answer["errors"]) == (1, False, 1)
    assert {k: answer["findings"][0][k] for k in ("line", "code", "severity")} == {
        "line": 6,
        "code": "spelling",
        "severity": "error",
    }


def test_lint_says_when_a_name_means_nothing(run: Run) -> None:
    status, _, err = run("lint", "theory/none")
    assert status == 2
    assert "theory/none:0: path means no item" in err


def test_lint_says_which_file_spoils_a_whole_pack(run: Run, pack: Writer) -> None:
    (pack.root / "refs.toml").write_text('[none]\ntitle = "No place"\n')
    status, _, err = run("lint", pack.root / "theory/dropout")
    assert status == 2
    assert "refs.toml" in err


def test_an_item_is_started_in_a_pack_outside_the_library_and_proved(run: Run, pack: Writer, tmp_path: Path) -> None:
    own = tmp_path / "elsewhere" / "mine"
    own.mkdir(parents=True)
    (own / "pack.toml").write_text((pack.root / "pack.toml").read_text().replace("tiny", "mine"))
    status, answer = told(run, "new", "theory", "my-question", "--pack", own)
    assert status == 0
    assert Path(answer["folder"]) == own / "theory/my-question"
    assert answer["files"] == ["item.toml", "text.en.md", "verify.py"]
    assert told(run, "lint", own)[1] == {"ok": True, "items": 1, "errors": 0, "findings": []}
    assert run("new", "theory", "my-question", "--pack", own)[0] == 2
    assert "no kind is called 'riddle'" in run("new", "riddle", "x", "--pack", own)[2]
    assert "is no slug" in run("new", "theory", "../x", "--pack", own)[2]
    assert "no pack.toml here" in run("new", "theory", "x", "--pack", tmp_path)[2]


def test_draw_keeps_what_figure_py_draws(run: Run, pack: Writer) -> None:
    run("new", "method", "smooth", "--pack", pack.root)
    assert told(run, "draw")[1] == {"ok": True, "drawn": ["method/smooth"]}
    assert (pack.root / "method/smooth/figure.svg").read_text().startswith("<svg ")
    assert told(run, "lint", "method/smooth")[1]["findings"] == []


def test_pin_marks_a_translation_as_read_again(run: Run, pack: Writer) -> None:
    assert told(run, "pin", "theory/dropout")[1]["pinned"] == []
    (pack.root / "theory/dropout/text.en.md").write_text(TEXT_EN + "More.\n")
    assert told(run, "pin", "theory/dropout")[1]["pinned"] == ["theory/dropout"]


def test_show_tells_all(run: Run) -> None:
    status, answer = told(run, "show", "theory/dropout", "--lang", "zh")
    assert status == 0
    assert answer["item"]["claims"][0]["id"] == "scales"
    assert answer["text"]["Question"].startswith("dropout 在训练")
    assert "What does dropout do?" in run("show", "theory/dropout")[1]
    assert run("show", "theory/none")[0] == 2


def test_stats_count(run: Run) -> None:
    _, answer = told(run, "stats")
    assert (answer["items"], answer["kinds"], answer["topics"]["dl-core"]) == (1, {"theory": 1}, 1)
    assert len(answer["topics"]) == 33
    assert "dl-core/dropout" not in answer["uncovered"]
    assert len(answer["uncovered"]) == 161
    assert "not covered" in run("stats")[1]


def test_search_finds_in_both_languages(run: Run) -> None:
    for query in ("随机失活", "dropout"):
        assert [hit["id"] for hit in told(run, "search", query)[1]["hits"]] == ["theory/dropout"]
    assert "1 found" in run("search", "dropout")[1]


def test_packs_come_and_go(run: Run, pack: Writer, tmp_path: Path, data: Path) -> None:
    (pack.root / "pack.toml").write_text((pack.root / "pack.toml").read_text().replace('"tiny"', '"guest"'))
    bundle = shutil.make_archive(str(tmp_path / "guest"), "zip", pack.root)
    shutil.rmtree(pack.root)
    status, answer = told(run, "install", bundle)
    assert (status, answer["pack"], answer["items"]) == (0, "guest", ["theory/dropout"])
    assert told(run, "stats")[1]["packs"] == {"guest": 1}
    assert told(run, "remove", "guest")[0] == 0
    assert told(run, "remove", "guest")[0] == 2
    status, _, err = run("install", tmp_path / "none.zip")
    assert status == 1
    assert "there is no such file or folder" in err
    status, answer = told(run, "install", tmp_path / "none.zip")
    assert answer["findings"][0]["code"] == "archive"


def test_schemas_are_json_schema(run: Run, tmp_path: Path) -> None:
    assert set(KINDS) < set(json.loads(run("schema")[1]))
    assert json.loads(run("schema", "coding")[1])["properties"]["entry"]["type"] == "string"
    assert run("schema", "--out", tmp_path / "schemas")[0] == 0
    assert json.loads((tmp_path / "schemas/theory.schema.json").read_text())["title"] == "Theory"
    assert run("schema", "none")[0] == 2


def test_the_table_of_commands(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    out = capsys.readouterr().out
    assert all(name in out for name in COMMANDS)
    main(["--version"])
    assert capsys.readouterr().out.startswith("greenroom ")
    with pytest.raises(SystemExit) as exit_:
        main(["dance"])
    assert exit_.value.code == 2
    assert "no command 'dance'" in capsys.readouterr().err


def test_content_commands_load_neither_django_nor_numpy() -> None:
    heavy = ("django", "numpy", "torch", "rich", "pandas")
    code = f"import sys, greenroom.cli.content; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
