from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenroom.content.findings import PackError
from greenroom.content.loader import Library, load_pack
from greenroom.content.models import Theory

from .conftest import THEORY, Writer


def test_a_pack_gives_models_texts_and_parts(pack: Writer) -> None:
    loaded = load_pack(pack.root)
    item = loaded.items["theory/dropout"]
    assert loaded.problems == ()
    assert isinstance(item.item, Theory)
    assert item.languages == ("en", "zh")
    assert item.text("zh")["Question"].startswith("dropout 在训练")
    assert item.title("zh") == "dropout 起什么作用？"
    assert item.files == ("item.toml", "text.en.md", "text.zh.md", "verify.py")
    assert item.refs["srivastava-2014"].label == "Srivastava and Hinton 2014"


def test_a_missing_translation_falls_back_to_english(pack: Writer) -> None:
    (pack.root / "theory/dropout/text.zh.md").unlink()
    item = load_pack(pack.root).items["theory/dropout"]
    assert item.languages == ("en",)
    assert item.text("zh")["Question"].startswith("What does dropout")


def test_the_version_names_the_bytes(pack: Writer) -> None:
    first = load_pack(pack.root).items["theory/dropout"].version
    (pack.root / "theory/dropout/review.toml").write_text("date = 2026-01-01\nhash = '0123456789ab'\n")
    assert load_pack(pack.root).items["theory/dropout"].version == first
    (pack.root / "theory/dropout/verify.py").write_text("def keeps_the_mean(): pass\n")
    assert load_pack(pack.root).items["theory/dropout"].version != first


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("difficulty = 2", "difficulty = 9", 4, "difficulty: Input should be less than or equal to 5, not 9"),
        ("minutes = 5", "minuts = 5", 5, "minuts: unknown key"),
        ('need = "bonus"', 'need = "maybe"', 30, "claims.2.need"),
        ('against = "scales"', 'against = "scale"', 1, "no claim is called scale"),
        ("asked = 4", "asked = = 4", 6, "not valid TOML"),
        ('id = "theory/dropout"', 'id = "theory/other"', 1, "the folder says theory/dropout"),
    ],
)
def test_errors_name_file_and_line(pack: Writer, old: str, new: str, line: int, says: str) -> None:
    folder = pack.item("theory/dropout", THEORY.replace(old, new))
    loaded = load_pack(pack.root)
    assert "theory/dropout" not in loaded.items
    problems = [p for p in loaded.problems if says in p.message]
    assert [(p.file, p.line) for p in problems] == [(folder / "item.toml", line)]


def test_a_bad_item_costs_only_itself(pack: Writer) -> None:
    pack.item("theory/broken", "id = 3")
    (pack.root / "theory/latin").mkdir()
    (pack.root / "theory/latin/item.toml").write_bytes(b'id = "\xe9"')
    (pack.root / "riddle/x").mkdir(parents=True)
    loaded = load_pack(pack.root)
    assert list(loaded.items) == ["theory/dropout"]
    assert {p.code for p in loaded.problems} == {"schema", "encoding", "kind"}


@pytest.mark.parametrize(
    "source", ["a = " + "[" * 20_000, "a" + ".a" * 20_000 + " = 1", "a = " + "9" * 5000, "\x00", "a = 1\na = 2"]
)
def test_hostile_toml_is_an_error_with_a_place(pack: Writer, source: str) -> None:
    pack.item("theory/hostile", source)
    loaded = load_pack(pack.root)
    assert list(loaded.items) == ["theory/dropout"]
    assert {p.file.parent.name for p in loaded.problems} == {"hostile"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([*THEORY.splitlines(), "[[claims]]", "x = [", '"""', "]", "= 3", "id.a = 1"]), max_size=40)
)
def test_any_mixture_of_lines_is_read_or_refused(pack: Writer, lines: list[str]) -> None:
    pack.item("theory/dropout", "\n".join(lines))
    loaded = load_pack(pack.root)
    assert bool(loaded.items) != bool(loaded.problems)
    assert all(0 <= p.line <= len(lines) + 1 for p in loaded.problems)


def test_a_pack_without_description_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.toml:0: read cannot be read"):
        load_pack(tmp_path)


def test_links_are_refused(pack: Writer, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    (pack.root / "theory/dropout/notes.txt").symlink_to(secret)
    loaded = load_pack(pack.root)
    assert [p.code for p in loaded.problems] == ["link"]
    assert not loaded.items


def test_no_path_leads_out_of_the_folder(pack: Writer) -> None:
    item = load_pack(pack.root).items["theory/dropout"]
    for name in ("../../pack.toml", "/etc/passwd", "nothing.svg", ""):
        with pytest.raises(KeyError):
            item.path(name)


def test_the_cache_answers_alike_and_notices_changes(pack: Writer, data: Path) -> None:
    cold = Library.load([pack.root])
    assert (data / "cache/items.sqlite3").is_file()
    warm = Library.load([pack.root])
    assert warm["theory/dropout"] == cold["theory/dropout"]
    assert warm.version == cold.version
    folder = pack.item("theory/dropout", THEORY.replace("difficulty = 2", "difficulty = 3"))
    os.utime(folder / "item.toml", ns=(1, 1))
    assert Library.load([pack.root])["theory/dropout"].item.difficulty == 3


def test_a_spoilt_cache_is_an_empty_one(pack: Writer, data: Path) -> None:
    Library.load([pack.root])
    (data / "cache/items.sqlite3").write_bytes(b"not a database" * 100)
    assert len(Library.load([pack.root])) == 1
    assert len(Library.load([pack.root])) == 1


def test_earlier_ids_lead_to_the_item_of_today(pack: Writer) -> None:
    pack.item("theory/dropout", THEORY.replace("asked = 4", 'asked = 4\naliases = ["theory/drop-out"]'))
    library = Library.load([pack.root])
    assert library["theory/drop-out"].id == "theory/dropout"
    assert library.get("theory/none") is None


def test_an_id_belongs_to_the_first_pack(pack: Writer, tmp_path: Path) -> None:
    import shutil

    other = tmp_path / "other"
    shutil.copytree(pack.root, other)
    library = Library.load([pack.root, other])
    assert library["theory/dropout"].folder.is_relative_to(pack.root)
    assert "has an item theory/dropout already" in library.problems[0].message


def test_findings_are_plain_json(pack: Writer) -> None:
    pack.item("theory/broken", "id = 3")
    assert json.dumps([p.as_json() for p in load_pack(pack.root).problems])
