"""Grading against a reference alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from greenroom.cli.theory import app
from greenroom.grading.batch import LineError, Task, grade_batch, grade_task
from greenroom.grading.models import Models

QUESTION = "What is the role of a prototype program in problem solving?"
REFERENCE = "To simulate the behaviour of portions of the desired software product."
ANSWERS = [
    "It simulates how parts of the wanted software would behave.",
    "A prototype is written in some language.",
    "The weather was fine and we went to the sea.",
]


@pytest.mark.parametrize("tier", ["rules", "all"])
def test_better_answers_score_more(tier: str, models: Models) -> None:
    used = models if tier == "all" else Models.none()
    scores = list(
        grade_batch([{"question": QUESTION, "reference": REFERENCE, "answer": a} for a in [REFERENCE, *ANSWERS]], used)
    )
    assert scores[0] > scores[1] > scores[3]
    assert scores[0] >= 0.7
    assert scores[3] <= 0.25


def test_a_line_does_not_affect_another(models: Models) -> None:
    lines = [{"question": QUESTION, "reference": REFERENCE, "answer": a} for a in ANSWERS]
    assert list(grade_batch(lines, models)) == [next(iter(grade_batch([line], models))) for line in lines]


def test_chinese_references_are_graded() -> None:
    task = Task(
        "dropout 怎么用？",
        "训练时随机把神经元置零，测试时使用整个网络。",
        "训练时随机将部分神经元置零，测试时用完整网络。",
    )
    assert grade_task(task, Models.none()) > grade_task(
        Task(task.question, task.reference, "学习率要慢慢减小。"), Models.none()
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"question": "q", "answer": "a"}, "'reference' must be text"),
        ({"reference": "r", "answer": 3}, "'answer' must be text"),
        ({"reference": "  ", "answer": "a"}, "nothing to compare"),
        ({"reference": "r", "answer": "a", "question": None}, "'question' must be text"),
    ],
)
def test_bad_lines_are_named(line: dict[str, object], said: str) -> None:
    with pytest.raises(LineError, match=said):
        list(grade_batch([line]))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(min_size=1, max_size=120).filter(str.strip), st.text(max_size=120))
def test_any_text_gets_a_score(question: str, reference: str, answer: str) -> None:
    assert 0 <= grade_task(Task(question, reference, answer), Models.none()) <= 1


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(
        "\n".join(json.dumps({"question": QUESTION, "reference": REFERENCE, "answer": a}) for a in ANSWERS) + "\n\n"
    )
    ran = CliRunner().invoke(app, ["grade-batch", str(file), "--json"])
    assert ran.exit_code == 0
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [r["line"] for r in rows] == [1, 2, 3]
    assert all(0 <= r["score"] <= 1 for r in rows)


@pytest.mark.parametrize(
    ("content", "said"), [(b"{}\n", "must be text"), (b"[1]\n", "JSON object"), (b"\xff\xfe\n", "UTF-8")]
)
def test_the_command_names_the_line(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_bytes(content)
    ran = CliRunner().invoke(app, ["grade-batch", str(file)])
    assert ran.exit_code == 1
    assert f"bad.jsonl:1: {said}" in ran.output or said in ran.output


def test_check_tells_which_answer_is_out_of_its_band() -> None:
    from greenroom.content.paths import library_root

    ran = CliRunner().invoke(app, ["check", "--rules-only", str(library_root() / "core" / "theory" / "dropout")])
    assert "dropout" in ran.output
    assert ran.exit_code == 0, ran.output
