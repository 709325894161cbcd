"""Start, test and submit: one record with the browser, by the real judge."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from greenroom.content.items import LoadedItem
from greenroom.record import services as record
from greenroom.record.models import Candidate, ItemState
from greenroom.rooms.coding import services
from greenroom.rooms.coding.models import Draft, Submission
from greenroom.rooms.shelf.library import library
from tests.serving import environment

from .conftest import Run, Told

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[2]
HOST = {"host": "localhost"}
SOFTMAX = "coding/stable-softmax"
LEAKY = "debug/leaky-scaler"
SHIFTED = "You shifted by the largest absolute value"


@pytest.fixture
def item() -> LoadedItem:
    return library()[SOFTMAX]


@pytest.fixture
def right(item: LoadedItem) -> str:
    return item.read("solutions/optimal.py")


def wrong(item: LoadedItem) -> str:
    """A shipped wrong solution whose misconception is told in SHIFTED's words."""
    mutants = item.item.mutants.values()  # type: ignore[attr-defined]
    return item.read(next(mutant.file for mutant in mutants if mutant.says.en.startswith(SHIFTED)))


def test_start_writes_the_starter_and_the_statement(run: Run, item: LoadedItem, tmp_path: Path) -> None:
    assert run("start", "stable-softmax")[0] == 0
    code, statement = tmp_path / "stable-softmax.py", tmp_path / "stable-softmax.md"
    assert code.read_text() == item.read("starter.py")
    assert statement.read_text().startswith(f"# {item.item.title.en}\n")
    code.write_text("mine = 1\n")
    status, _, err = run("start", SOFTMAX)
    assert status == 1
    assert "stable-softmax.py and stable-softmax.md exist already. --force" in err
    assert code.read_text() == "mine = 1\n"
    assert run("start", SOFTMAX, "--force")[0] == 0
    assert code.read_text() == item.read("starter.py")


def test_start_goes_on_with_the_browsers_draft(told: Told, ada: Candidate, item: LoadedItem, tmp_path: Path) -> None:
    services.save_draft(candidate=ada, item=item, code="half = 1\n", inputs="")
    answer = told("start", SOFTMAX, tmp_path / "here.py")[1]
    assert (answer["from"], Path(answer["file"]).read_text()) == ("draft", "half = 1\n")
    (tmp_path / "new").mkdir()
    answer = told("start", SOFTMAX, tmp_path / "new", "--fresh", "--lang", "zh")[1]
    assert (answer["from"], Path(answer["file"]).name) == ("starter", "stable-softmax.py")
    assert item.item.title.zh in Path(answer["statement"]).read_text("utf-8")


def test_an_accepted_submission_is_everywhere(
    run: Run, told: Told, client: Client, ada: Candidate, right: str, tmp_path: Path
) -> None:
    run("start", SOFTMAX)
    (tmp_path / "stable-softmax.py").write_text(right)
    status, out, _ = run("submit")
    assert status == 0
    assert "✓ Accepted  26 of 26 tests passed" in out
    assert "✓" * 26 in out
    submission = Submission.objects.get()
    assert (submission.kind, submission.verdict, submission.code) == ("submit", "AC", right)
    assert record.states(candidate=ada)[SOFTMAX].status == ItemState.Status.SOLVED
    assert record.attempts(candidate=ada)[0].evidence["report"]["verdict"] == "AC"
    history = client.get(f"/{SOFTMAX}/history", headers=HOST).content.decode()
    assert f'data-submission="{submission.pk}"' in history
    assert "Submission · Accepted" in history
    assert services.draft_of(candidate=ada, item=library()[SOFTMAX]).code == right
    assert [a["verdict"] for a in told("log", SOFTMAX)[1]["attempts"]] == ["AC"]
    assert [i["id"] for i in told("list", "--status", "solved")[1]["items"]] == [SOFTMAX]
    assert told("stats")[1]["status"]["solved"] == 1
    assert "Brute force" in run("show", "--editorial", SOFTMAX)[1]


def test_a_closer_look_is_waited_for_by_a_command_of_its_own(run: Run, told: Told, right: str, tmp_path: Path) -> None:
    assert run("closer")[0] == 2
    (tmp_path / "stable-softmax.py").write_text(right)
    with override_settings(CONFIG=replace(settings.CONFIG, closer_cases=100)):
        status, answer = told("submit", SOFTMAX)
        assert (status, answer["closer"]) == (0, "waiting")
        number = str(answer["submission"])
        assert f"greenroom closer {int(number) + 1}" in run("submit", SOFTMAX)[1]
        status, out, _ = run("closer", number)
        assert status == 0
        assert "In 100 fresh cases, small ones and edge cases, your answers were the reference's." in " ".join(
            out.split()
        )
        status, found = told("closer", number)
        assert (status, found["ok"], found["look"]["fuzzed"]["cases"]) == (0, True, 100)


def test_a_wrong_one_is_explained(run: Run, told: Told, item: LoadedItem, tmp_path: Path) -> None:
    file = tmp_path / "stable-softmax.py"
    file.write_text(wrong(item))
    status, out, _ = run("submit", file)
    assert status == 1
    for words in ("✗ Wrong answer", "What probably went wrong", SHIFTED, "The smallest input that fails", "›nan‹"):
        assert words in out
    status, answer = told("submit")
    assert (status, answer["verdict"], answer["item"]) == (1, "WA", SOFTMAX)
    assert answer["misconception"].startswith(SHIFTED)
    assert answer["report"]["smallest"]["actual"]


def test_a_chinese_reader_reads_chinese(run: Run, ada: Candidate, tmp_path: Path) -> None:
    ada.language = "zh-hans"
    ada.save()
    (tmp_path / "attempt.py").write_text("def softmax_jvp(z, v): pass\n")
    assert "attempt.py 是哪道题的？" in run("test", "attempt.py")[2]
    out = run("submit", "attempt.py", "--item", SOFTMAX)[1]
    assert "答案是 None：是不是漏了 return？" in out
    (tmp_path / "attempt.py").write_text("def softmax(z, v): pass\n")
    out = run("test", "attempt.py", "--item", SOFTMAX)[1]
    assert "代码没有定义 softmax_jvp。请写成：def softmax_jvp" in out
    (tmp_path / "attempt.py").write_text("import os\nos._exit(3)\ndef softmax_jvp(z, v): pass\n")
    out = run("submit", "attempt.py", "--item", SOFTMAX)[1]
    assert "程序以退出码 3 自行退出" in out


def test_the_examples_and_ones_own_inputs_are_runs(run: Run, ada: Candidate, right: str, tmp_path: Path) -> None:
    (tmp_path / "attempt.py").write_text(right)
    assert "For which item is attempt.py?" in run("test", "attempt.py")[2]
    status, out, _ = run("test", "attempt.py", "--item", SOFTMAX)
    assert status == 0
    assert "✓ Test 2  example" in out
    assert "✓ Test 1  your input" in run("test", "--input", "array([[1., 2.]]), array([[0., 1.]])")[1]
    status, out, _ = run("test", "attempt.py", "--input", "[[[")
    assert status == 1
    assert "The input could not be used" in out
    assert {attempt.kind for attempt in record.attempts(candidate=ada)} == {"run"}
    assert record.states(candidate=ada)[SOFTMAX].status == ItemState.Status.TRIED


def test_a_raised_error_shows_the_line(run: Run, tmp_path: Path) -> None:
    run("start", SOFTMAX)
    status, out, _ = run("test", SOFTMAX)
    assert status == 1
    assert "NotImplementedError" in out
    assert "in softmax_jvp: raise NotImplementedError" in out
    (tmp_path / "stable-softmax.py").write_text("def softmax_jvp(z, v:\n")
    assert "stable-softmax" not in run("submit")[2]
    assert Submission.objects.latest("id").verdict == "RE"


def test_debugging_exercises_count_their_bugs(run: Run, told: Told, tmp_path: Path) -> None:
    exercise = library()[LEAKY]
    run("start", LEAKY)
    status, out, _ = run("test")
    assert status == 1
    assert "✗ Bug 1  Still there" in out
    (tmp_path / "leaky-scaler.py").write_text(exercise.read("fixed.py"))
    status, answer = told("submit", LEAKY)
    assert (status, answer["ok"], answer["report"]["total"]) == (0, True, 4)
    assert "Mended" in run("submit")[1]


def test_a_newer_draft_in_the_browser_is_left_alone(run: Run, ada: Candidate, right: str, tmp_path: Path) -> None:
    file = tmp_path / "stable-softmax.py"
    file.write_text(right)
    os.utime(file, (0, 0))
    services.save_draft(candidate=ada, item=library()[SOFTMAX], code="newer = 1\n", inputs="[1]")
    status, out, _ = run("test", SOFTMAX)
    assert status == 0
    assert "was left as it is" in out
    draft = Draft.objects.get()
    assert (draft.code, draft.inputs) == ("newer = 1\n", "[1]")
    os.utime(file)
    assert "was left" not in run("test")[1]
    draft.refresh_from_db()
    assert (draft.code, draft.inputs) == (right, "[1]")


def test_what_was_waiting_is_judged_first(
    run: Run, ada: Candidate, item: LoadedItem, right: str, tmp_path: Path
) -> None:
    services.hand_in(candidate=ada, item=item, kind="run", code="x = 1")
    (tmp_path / "stable-softmax.py").write_text(right)
    assert run("submit", SOFTMAX)[0] == 0
    judged = Submission.objects.order_by("id").values_list("kind", "verdict")
    assert list(judged) == [("run", "RE"), ("submit", "AC")]


@pytest.mark.parametrize("code", [b"\xff\xfe", b"", b"x" * (services.MAX_CODE + 1)])
def test_what_cannot_be_judged_is_refused(run: Run, code: bytes, tmp_path: Path) -> None:
    (tmp_path / "stable-softmax.py").write_bytes(code)
    status, _, err = run("submit", "stable-softmax.py")
    assert status == 1
    assert err.strip()
    assert "Traceback" not in err
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["submit"], "greenroom start ITEM"),
        (["test", "nowhere.py"], "there is no such file"),
        (["test", SOFTMAX], "greenroom start coding/stable-softmax"),
        (["start", "coding/stabel-softmax"], "Did you mean coding/stable-softmax"),
        (["start", "theory/attention-qkv"], "not worked on in a file"),
        (["log", "softmax"], "coding/stable-softmax"),
        (["list", "--kind", "riddle"], "There are coding, debug"),
        (["list", "--lang", "fr"], "en or zh"),
        (["show", SOFTMAX, "--user", "bo"], "no candidate called bo"),
    ],
)
def test_what_is_not_understood_says_what_to_do(run: Run, arguments: list[str], words: str) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert words in err


def test_a_process_of_its_own_writes_to_the_same_record(ada: Candidate, right: str, tmp_path: Path) -> None:
    (tmp_path / "stable-softmax.py").write_text(right)
    command = [sys.executable, "-m", "greenroom.cli.main", "submit", str(tmp_path / "stable-softmax.py"), "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["verdict"] == "AC"
    assert record.states(candidate=ada)[SOFTMAX].solved_at
