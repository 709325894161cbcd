from __future__ import annotations

from pathlib import Path

import pytest

from greenroom.content import authoring
from greenroom.content.findings import Finding
from greenroom.content.lint import check_library, latex, wording
from greenroom.content.lint.inspect import inspect
from greenroom.content.loader import Library
from greenroom.content.models import KINDS
from greenroom.content.text import pin

from .conftest import REFS, TEXT_EN, TEXT_ZH, THEORY, Writer


def found(pack: Writer, chosen: set[str] | None = None) -> list[tuple[str, int, str]]:
    return [(f.file.name, f.line, f.code) for f in check_library(Library.load([pack.root]), chosen)]


def messages(pack: Writer) -> list[Finding]:
    return list(check_library(Library.load([pack.root])))


def english(pack: Writer, text: str) -> None:
    (pack.root / "theory/dropout/text.zh.md").unlink(missing_ok=True)
    (pack.root / "theory/dropout/text.en.md").write_text(text, "utf-8")


def chinese(pack: Writer, text: str, toml: str = "") -> None:
    full = THEORY if toml else THEORY.replace('says.en = "', 'says.zh = "中文。"\nsays.en = "')
    full = full.replace('reply.en = "', 'reply.zh = "中文。"\nreply.en = "')
    (pack.root / "theory/dropout/item.toml").write_text(toml or full, "utf-8")
    (pack.root / "theory/dropout/text.zh.md").write_text(
        f"<!-- translates: {pin(TEXT_EN.encode())} -->\n{text}", "utf-8"
    )


def test_a_good_item_passes(pack: Writer) -> None:
    chinese(pack, TEXT_ZH)
    assert found(pack) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_skeleton_passes(pack: Writer, kind: str) -> None:
    folder = authoring.create(kind, "example", pack.root)
    (folder / "figure.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    library = Library.load([pack.root])
    assert f"{kind}/example" in library.items
    assert list(check_library(library, {f"{kind}/example"})) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("dl-core/dropout", "dl-core/drop", "topic"),
        ("asked = 4", 'prerequisites = ["theory/none"]\nasked = 4', "link"),
        ("asked = 4", 'prerequisites = ["dl-core/activation", "nothing"]\nasked = 4', "link"),
        ("asked = 4", 'requirements = ["E6", "Z1"]\nasked = 4', "requirement"),
        ('refs = ["srivastava-2014"]', 'refs = ["srivastava-2014", "none-1999"]', "ref"),
        ('proof = "ref:srivastava-2014"', 'proof = "ref:none-1999"', "ref"),
        ('proof = "verify:keeps_the_mean"', 'proof = "verify:nothing"', "proof"),
        ('says.en = "It adds noise."', 'match.en = [["("]]\nsays.en = "It adds noise."', "pattern"),
        ("It adds noise", "It regularizes", "spelling"),
        ("It adds noise", "It is important to note the noise", "phrase"),
    ],
)
def test_item_toml_is_checked(pack: Writer, old: str, new: str, code: str) -> None:
    english(pack, TEXT_EN)
    changed = THEORY.replace(old, new)
    (pack.root / "theory/dropout/item.toml").write_text(changed, "utf-8")
    assert ("item.toml", changed[: changed.index(new)].count("\n") + 1, code) in found(pack)


def test_a_claim_without_proof_is_found(pack: Writer) -> None:
    english(pack, TEXT_EN)
    (pack.root / "theory/dropout/item.toml").write_text(
        THEORY.replace('proof = "verify:keeps_the_mean"\n', ""), "utf-8"
    )
    assert found(pack) == [("item.toml", 14, "proof")]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (TEXT_EN.replace("## Model answer", "## Answer"), 4, "sections"),
        ("## Model answer\na [@srivastava-2014]\n\n## Question\nb\n", 1, "sections"),
        (f"Hello.\n\n{TEXT_EN}", 1, "sections"),
        ("## Question\n\n## Model answer\nx [@srivastava-2014]\n", 1, "sections"),
        (TEXT_EN + "And $x_{1$ too.\n", 6, "latex"),
        (TEXT_EN + "\n$$\n\\left( x\n$$\n", 7, "latex"),
        (TEXT_EN + "And $x too.\n", 6, "latex"),
        (TEXT_EN + "And <b>bold</b>.\n", 6, "html"),
        (TEXT_EN + "![](plot.svg)\n", 6, "figure"),
        (TEXT_EN + "![a plot](https://x.y/plot.svg)\n", 6, "figure"),
        (TEXT_EN + "As in [@other-2001].\n", 6, "ref"),
        (TEXT_EN + "See [this](theory/none).\n", 6, "link"),
        (TEXT_EN + "See [this](other.md).\n", 6, "link"),
        (TEXT_EN + "We analyze\nthe color.\n", 7, "spelling"),
        (TEXT_EN + "Let's dive into it.\n", 6, "phrase"),
        (TEXT_EN + "This was asked at Google.\n", 6, "phrase"),
        (TEXT_EN.replace("What does", "word " * 1000 + "what does"), 1, "length"),
    ],
)
def test_the_english_text_is_checked(pack: Writer, text: str, line: int, code: str) -> None:
    english(pack, text)
    assert ("text.en.md", line, code) in found(pack)


def test_code_and_maths_are_no_prose(pack: Writer) -> None:
    english(pack, TEXT_EN + "\n`color = normalize(x)` and $color$:\n\n```python\nbehavior = '<b>' # $x\n```\n")
    assert found(pack) == []


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        (TEXT_ZH.replace("丢弃", "申请退学"), 6, "term"),
        (TEXT_ZH.replace("训练时，", "训练时,"), 6, "punctuation"),
        (TEXT_ZH.replace("## Question", "## 问题"), 2, "sections"),
        ("## Question\nWhat?\n\n## Model answer\n训练 [@srivastava-2014]。\n", 2, "untranslated"),
        (TEXT_ZH + "```\nx\n```\n", 1, "parity"),
        (TEXT_ZH + "值得注意的是这一点。\n", 7, "phrase"),
    ],
)
def test_the_chinese_text_is_checked(pack: Writer, text: str, line: int, code: str) -> None:
    chinese(pack, text)
    assert ("text.zh.md", line, code) in found(pack)


def test_a_stale_translation_is_found_and_pinned(pack: Writer) -> None:
    chinese(pack, TEXT_ZH)
    folder = pack.root / "theory/dropout"
    (folder / "text.en.md").write_text(TEXT_EN.replace("What does", "What exactly does"))
    assert found(pack) == [("text.zh.md", 1, "stale")]
    assert authoring.repin(folder)
    assert found(pack) == []
    assert not authoring.repin(folder)
    (folder / "text.zh.md").write_text(TEXT_ZH)
    assert found(pack) == [("text.zh.md", 1, "stale")]
    assert authoring.repin(folder)
    assert found(pack) == []


def test_sentences_without_chinese_are_found_once_the_text_has_it(pack: Writer) -> None:
    assert {code for _, _, code in found(pack)} == {"untranslated"}
    assert ("item.toml", THEORY[: THEORY.index("It is off")].count("\n") + 1, "untranslated") in found(pack)


def test_files_are_checked(pack: Writer) -> None:
    english(pack, TEXT_EN)
    folder = pack.root / "theory/dropout"
    (folder / "verify.py").write_text("def keeps_the_mean(:\n")
    assert ("verify.py", 1, "python") in found(pack)
    (folder / "verify.py").unlink()
    assert ("item.toml", 2, "file") in found(pack)
    coding = authoring.create("coding", "clip", pack.root)
    (coding / "mutants/sorts.py").rename(coding / "mutants/other.py")
    line = (coding / "item.toml").read_text().partition("[mutants.sorts]")[0].count("\n") + 1
    assert {("item.toml", line, "file"), ("other.py", 0, "file")} <= set(found(pack))


def test_hints_and_costs_agree(pack: Writer) -> None:
    folder = authoring.create("coding", "clip", pack.root)
    toml = folder / "item.toml"
    toml.write_text(toml.read_text().replace("hint_costs = [1, 2, 3]", "hint_costs = [1, 2, 3, 4]"))
    assert ("text.en.md", 8, "hints") in found(pack)


def test_a_review_of_another_version_is_told(pack: Writer) -> None:
    english(pack, TEXT_EN)
    version = Library.load([pack.root])["theory/dropout"].version
    review = pack.root / "theory/dropout/review.toml"
    review.write_text(f'date = 2026-01-31\nhash = "{version}"\nremarks = "Sound."\n')
    assert found(pack) == []
    review.write_text('date = 2026-01-31\nhash = "0123456789ab"\n')
    assert found(pack) == [("review.toml", 1, "review")]
    review.write_text("date = 2026-01-31\n")
    assert found(pack) == [("review.toml", 1, "schema")]


def test_references_are_checked(pack: Writer) -> None:
    more = '[a-2019]\ntitle = "A"\nauthors = "B. C"\nyear = {}\narxiv = "{}"\n'
    english(pack, TEXT_EN)
    for year, arxiv, codes in [
        (2017, "1706.03762", ["ref"]),
        (2019, "1706.03762", ["ref"]),
        (2016, "1706.03762", ["ref", "arxiv"]),
        (2021, "1706.03762", ["ref", "arxiv"]),
        (1999, "cs/9901001", ["ref"]),
    ]:
        (pack.root / "refs.toml").write_text(REFS + more.format(year, arxiv))
        assert found(pack) == [("refs.toml", 7, code) for code in codes], (year, arxiv)


def test_a_circle_of_prerequisites_or_of_methods_is_found(pack: Writer) -> None:
    english(pack, TEXT_EN)
    for name, other in (("a", "b"), ("b", "a")):
        folder = authoring.create("method", name, pack.root)
        toml = folder / "item.toml"
        toml.write_text(toml.read_text().replace("year = 1956", f'year = 1956\nbefore = ["method/{other}"]'))
    assert ("item.toml", 9, "cycle") in found(pack)


def test_a_claim_past_its_date_is_told(pack: Writer) -> None:
    english(pack, TEXT_EN)
    toml = authoring.create("method", "a", pack.root) / "item.toml"
    dated = '[[dated]]\nsays.en = "It leads."\nas_of = "2020-01"\nexpires = "{}"\nref = "srivastava-2014"\n'
    whole = toml.read_text().replace("asked = 1", 'asked = 1\nrefs = ["srivastava-2014"]')
    toml.write_text(whole + dated.format("2021-06"))
    assert ("item.toml", whole.count("\n") + 4, "expired") in found(pack)
    toml.write_text(whole + dated.format("2099-06"))
    assert found(pack) == []


def test_two_items_that_ask_the_same_are_found(pack: Writer) -> None:
    english(pack, TEXT_EN)
    text = TEXT_EN.replace("What does", "So what does")
    pack.item(
        "theory/again",
        THEORY.replace("theory/dropout", "theory/again"),
        text__en__md=text,
        verify__py="def keeps_the_mean(): 1",
    )
    duplicates = [f for f in messages(pack) if f.code == "duplicate"]
    assert [f.file.parent.name for f in duplicates] == ["dropout"]
    assert "theory/again" in duplicates[0].message


def test_only_chosen_items_are_reported(pack: Writer) -> None:
    english(pack, TEXT_EN + "color\n")
    authoring.create("drill", "ask", pack.root)
    assert found(pack, {"drill/ask"}) == []


def test_names_choose_items(pack: Writer, tmp_path: Path) -> None:
    authoring.create("drill", "ask", pack.root)
    library = Library.load([pack.root])
    for name, ids in [
        ("drill/ask", {"drill/ask"}),
        (str(pack.root / "drill"), {"drill/ask"}),
        (str(pack.root / "theory/dropout/item.toml"), {"theory/dropout"}),
        (str(pack.root), {"drill/ask", "theory/dropout"}),
    ]:
        assert authoring.chosen(library, [name]) == (ids, [])
    assert [f.code for f in authoring.chosen(library, ["nothing/here"])[1]] == ["path"]


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{a}{b}",
        r"\left( x \right]",
        r"\left\{ x \right.",
        r"\begin{aligned} a &= b \\ c &= d \end{aligned}",
        r"x \in \{1, 2\}, 50\%, \#3",
        r"\text{如果 } x",
        r"\begin{array}{cc} 1 & 2 \end{array}",
        r"\leftarrow \rightarrow",
    ],
)
def test_good_formulas_pass(tex: str) -> None:
    assert list(latex.problems(tex)) == []


@pytest.mark.parametrize(
    "tex", ["", "{", "}", r"\left( x", r"x \right)", r"\begin{aligned} x", r"\end{cases}", r"\begin{tikzpicture}\end{tikzpicture}",
            "50% of", "a & b", "#1", r"\label{x}", r"\href{javascript:1}{x}", "如果 x", r"\left( { \right)"]
)  # fmt: skip
def test_bad_formulas_are_found(tex: str) -> None:
    assert list(latex.problems(tex))


def test_spelling_names_the_british_form() -> None:
    assert list(wording.spelling("We normalize and re-organize the tokenizer's behavior.")) == [
        "British spelling: 'normalise', not 'normalize'",
        "British spelling: 're-organise', not 're-organize'",
        "British spelling: 'tokeniser', not 'tokenizer'",
        "British spelling: 'behaviour', not 'behavior'",
    ]
    assert list(wording.spelling("The size of the prize; seizing a maximal horizon, in a colourful centre.")) == []


def test_a_text_is_taken_apart_with_its_lines() -> None:
    seen = inspect("# a\n\nb `c` $d$\n[e](f/g) ![h](i.svg)\n\n$$\nj\n$$\n\n```\nk\n```\n- l [@m-1]\n")
    assert seen.maths == [(3, "d"), (6, "\nj\n")]
    assert seen.links == [(4, "f/g")]
    assert seen.figures == [(4, "i.svg", "h")]
    assert seen.citations == [(13, "[@m-1]")]
    assert seen.fences == 1
    assert [(line, prose.strip(" \ufffc")) for line, prose in seen.prose] == [(1, "a"), (3, "b"), (4, "e"), (13, "l")]
