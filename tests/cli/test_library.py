"""List and show: the library in both languages, hints and editorials by the rooms' rules."""

from __future__ import annotations

import pytest

from greenroom.cli.output import plain, table
from greenroom.record.models import Candidate
from greenroom.rooms.coding import sitting
from greenroom.rooms.shelf.library import library
from greenroom.rooms.shelf.services import on_shelf

from .conftest import Run, Told

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_list_is_the_whole_shelf_and_what_fits_in_it(run: Run, told: Told) -> None:
    assert told("list")[1]["total"] == len(on_shelf())
    debug = told("list", "--kind", "debug", "--limit", "3")[1]
    assert (debug["total"], len(debug["items"])) == (8, 3)
    assert {item["id"].partition("/")[0] for item in debug["items"]} == {"debug"}
    found = told("list", "softmax", "--kind", "coding", "--difficulty", "2", "--lang", "zh")[1]["items"]
    softmax = next(item for item in found if item["id"] == "coding/stable-softmax")
    assert (softmax["title"], softmax["status"]) == (library()["coding/stable-softmax"].item.title.zh, "new")
    assert "coding/stable-softmax" in run("list", "stable", "softmax")[1]


@pytest.mark.parametrize("name", ["coding/kmeans", "debug/leaky-scaler", "theory/attention-qkv"])
def test_show_prints_what_is_asked_and_no_answer(told: Told, name: str) -> None:
    status, answer = told("show", name)
    assert status == 0
    item = library()[name]
    section = "Question" if item.kind == "theory" else "Statement"
    assert answer["text"] == item.text("en")[section]
    assert answer["url"].endswith(f"/{item.item.slug}/")


def test_show_puts_a_numeric_question_and_keeps_it(told: Told) -> None:
    first, again = (told("show", "param/attention-by-hand")[1]["text"] for _ in range(2))
    assert "{{" not in first
    assert first == again


def test_show_a_method(run: Run) -> None:
    assert "When not to use it" in run("show", "method/scaled-dot-product-attention")[1]


def test_hints_open_one_at_a_time_and_are_noted(run: Run, ada: Candidate) -> None:
    assert "2 more" in run("show", "kmeans", "--hint")[1]
    run("show", "kmeans", "--hint")
    assert sitting.read(candidate=ada, item="coding/kmeans").hints == (1, 2)


def test_the_editorial_is_closed_until_it_is_given_up(run: Run, told: Told) -> None:
    status, _, err = run("show", "kmeans", "--editorial")
    assert status == 1
    assert "greenroom show --give-up coding/kmeans" in err
    answer = told("show", "kmeans", "--give-up")[1]
    assert answer["status"] == "gave-up"
    assert "### Brute force" in answer["text"]
    assert told("log", "kmeans")[1]["attempts"][0]["kind"] == "give-up"


def test_the_profiles_language_is_the_terminals(told: Told, ada: Candidate) -> None:
    ada.language = "zh-hans"
    ada.save()
    assert told("show", "kmeans")[1]["title"] == library()["coding/kmeans"].item.title.zh
    assert told("show", "kmeans", "--lang", "en")[1]["title"] == library()["coding/kmeans"].item.title.en


def test_a_terminal_obeys_no_pack_and_no_program() -> None:
    assert plain("a\x1b[31mb\x07\r\n\tc\x9b") == "a\\x1b[31mb\\x07\\x0d\n\tc\\x9b"


def test_a_table_stays_readable_on_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    table(("id", "title", "level"), [("theory/" + "a-long-name-" * 4, "Words that are broken between words", 3)])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    assert any("Words that are broken" in line for line in lines)


def test_a_table_in_a_pipe_is_one_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    table(("id", "title"), [("x" * 60, "y" * 60)])
    assert any("x" * 60 in line and "y" * 60 in line for line in capsys.readouterr().out.splitlines())
