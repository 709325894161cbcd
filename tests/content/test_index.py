from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenroom.content.index import Filter, Index
from greenroom.content.loader import Library
from greenroom.content.query import Query, indexed, plain, readable, spans

from .conftest import TEXT_EN, THEORY, Writer


@pytest.fixture
def library(pack: Writer) -> Library:
    clipping = THEORY.replace("theory/dropout", "theory/clipping").replace(
        "dl-core/dropout", "dl-core/vanishing-exploding-clipping"
    )
    clipping = clipping.replace("What does dropout do?", "What tames exploding gradients?").replace(
        "dropout 起什么作用？", ""
    )
    clipping = clipping.replace("difficulty = 2", 'difficulty = 4\nroles = ["research-engineer"]')
    pack.item(
        "theory/clipping",
        clipping,
        text__en__md="## Question\nWhy clip the norm?\n\n## Model answer\nIt bounds a step.\n",
    )
    trees = THEORY.replace("theory/dropout", "theory/forests").replace(
        "dl-core/dropout", "trees-ensembles/random-forest-bagging"
    )
    trees = trees.replace("What does dropout do?", "Why do forests average trees?").replace(
        "dropout 起什么作用？", "为什么随机森林要平均？"
    )
    pack.item("theory/forests", trees, text__en__md=TEXT_EN.replace("dropout", "a forest"))
    return Library.load([pack.root])


@pytest.fixture
def index(library: Library, data: Path) -> Index:
    return Index(data / "index.sqlite3", library)


def ids(index: Index, typed: str = "", where: Filter | None = None) -> list[str]:
    return [hit.id for hit in index.search(typed, where).hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("exploding gradient", "theory/clipping"),
        ("梯度爆炸", "theory/clipping"),
        ("gradient explosion", "theory/clipping"),
        ("随机失活", "theory/dropout"),
        ("测试时", "theory/dropout"),
        ("随机森林", "theory/forests"),
        ("RF bagging", "theory/forests"),
        ("装袋法", "theory/forests"),
        ("forest", "theory/forests"),
        ("clipp", "theory/clipping"),
        ("DROPOUT", "theory/dropout"),
    ],
)
def test_either_language_finds_the_item(index: Index, typed: str, found: str) -> None:
    assert ids(index, typed)[0] == found


def test_mistypings_are_corrected_and_said(index: Index) -> None:
    found = index.search("droput")
    assert (found.hits[0].id, found.instead) == ("theory/dropout", "dropout")
    assert index.search("dropout").instead == ""
    assert index.search("zzzzzz").instead == ""


def test_american_spelling_finds_british(index: Index, pack: Writer) -> None:
    pack.item(
        "theory/forests",
        (pack.root / "theory/forests/item.toml").read_text(),
        text__en__md="## Question\nHow to initialise?\n\n## Model answer\nx\n",
    )
    newer = Index(index.file, Library.load([pack.root]))
    assert ids(newer, "initialize")[0] == "theory/forests"


def test_two_letters_do_not_stand_for_their_other_meanings(index: Index) -> None:
    assert "receptive field" not in Query("随机森林", index.glossary).names
    assert "rf" not in Query("感受野", index.glossary).names


def test_words_that_never_meet_are_still_looked_for(index: Index) -> None:
    assert set(ids(index, "forests clip")) == {"theory/forests", "theory/clipping"}
    assert ids(index, "photosynthesis") == []


def test_without_a_query_items_come_in_learning_order(index: Index) -> None:
    assert ids(index) == ["theory/forests", "theory/clipping", "theory/dropout"]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Filter(topics=["dl-core"]), {"theory/dropout", "theory/clipping"}),
        (Filter(topics=["dl-core/dropout", "trees-ensembles"]), {"theory/dropout", "theory/forests"}),
        (Filter(topics=["dl"]), set()),
        (Filter(difficulty=(3, 5)), {"theory/clipping"}),
        (Filter(roles=["research-engineer"]), {"theory/dropout", "theory/clipping", "theory/forests"}),
        (Filter(roles=["ml-engineer"]), {"theory/dropout", "theory/forests"}),
        (Filter(tags=["regularisation"], kinds=["theory"]), {"theory/dropout", "theory/clipping", "theory/forests"}),
        (Filter(tags=["regular"]), set()),
        (Filter(language="zh"), {"theory/dropout"}),
        (Filter(kinds=["coding"]), set()),
        (Filter(pack="other"), set()),
        (Filter(max_minutes=4), set()),
    ],
)
def test_filters(index: Index, where: Filter, found: set[str]) -> None:
    assert set(ids(index, where=where)) == found
    assert set(ids(index, "dropout forest gradient", where)) == found


def test_pages_add_up(index: Index) -> None:
    first, second = index.search(limit=2), index.search(limit=2, offset=2)
    assert (first.total, len(first.hits), len(second.hits)) == (3, 2, 1)


def test_snippets_mark_what_matched_and_give_no_answer_away(index: Index) -> None:
    hit = index.search("训练", lang="zh").hits[0]
    assert hit.title == "dropout 起什么作用？"
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["训练"]
    assert all("zero" not in hit.snippet for hit in index.search("zero").hits)


def test_the_index_is_rebuilt_when_content_changes_and_only_then(index: Index, pack: Writer, library: Library) -> None:
    built = index.file.stat().st_ino
    assert Index(index.file, library).file.stat().st_ino == built
    folder = pack.root / "theory/forests"
    (folder / "text.en.md").write_text("## Question\nzebra\n\n## Model answer\nx\n")
    newer = Index(index.file, Library.load([pack.root]))
    assert ids(newer, "zebra") == ["theory/forests"]


def test_a_spoilt_index_is_rebuilt(index: Index, library: Library) -> None:
    index.file.write_bytes(b"nonsense")
    assert len(ids(Index(index.file, library))) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.text(alphabet="ab\"'*()^:-+{}[]~\\ANDORNOTEAR 梯度爆炸\x00\ud7ff", max_size=30))
def test_no_query_is_a_syntax_error(index: Index, typed: str) -> None:
    assert index.search(typed).total <= 3


def test_chinese_is_cut_into_pairs() -> None:
    assert indexed("用 k-means 聚类好").split() == ["用", "k-means", "聚类", "类好"]
    assert (
        plain("## A\nsee [this](x/y) and `code` $x$ [@ref-1]\n```py\nz\n```\n![alt](a.svg)")
        == "A see this and code x z alt"
    )
    assert spans("Gradients and 梯度爆炸 gradient", ["gradient", "梯度"]) == [(0, 9), (14, 16), (19, 27)]


def test_the_database_has_fts5() -> None:
    assert sqlite3.connect(":memory:").execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone() == (1,)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        (
            r"the softmax $p_{ij} = e^{z_{ij}} / \sum_l e^{z_{il}}$ of *row* `i`",
            "the softmax p_ij = e^z_ij / ∑_l e^z_il of row i",
        ),
        (r"$\operatorname{softmax}(QK^\top/\sqrt{d_k})$ and $\frac{a}{b}$", "softmax(QKᵀ/√d_k) and a/b"),
        ("What is {{ n }} times $ {{a}} $?", "What is … times …?"),
        (r"between \$5 and \$6", r"between \5 and \6"),
    ],
)
def test_maths_and_values_to_be_filled_in_do_not_show_as_source(markdown: str, shown: str) -> None:
    assert plain(markdown) == shown


def test_a_terminal_is_shown_signs_and_no_citations_and_its_code_is_left_alone() -> None:
    shown = readable('Of $d \\times k$ numbers [@hu2021]. `$x$`\n\n```python\nf"${x}"  # $y$\n```\n$\\alpha$')
    assert shown == 'Of d × k numbers. `$x$`\n\n```python\nf"${x}"  # $y$\n```\nα'
