from __future__ import annotations

from pathlib import Path

import pytest

from greenroom.content.findings import PackError
from greenroom.content.paths import library_root
from greenroom.content.taxonomy import AREAS, load_taxonomy

ONE = '[a]\nname = { en = "A", zh = "甲" }\narea = "classical"\nasked = 1\nsub.x = { en = "X", asked = 1 }\n'


def test_the_library_s_topics_have_names_in_both_languages() -> None:
    taxonomy = load_taxonomy(library_root() / "taxonomy.toml")
    tops = [topic for topic in taxonomy if topic.parent is None]
    assert (len(tops), len(list(taxonomy))) == (33, 33 + 162)
    assert all(topic.name.en and topic.name.zh for topic in taxonomy)
    assert len({topic.name.en for topic in taxonomy}) == len(list(taxonomy))
    assert {topic.area for topic in taxonomy} == set(AREAS)


@pytest.mark.parametrize("topic", ["linear-algebra", "probability", "calculus-optimisation", "ml-fundamentals"])
def test_the_fundamentals_are_learnt_in_chains(topic: str) -> None:
    taxonomy = load_taxonomy(library_root() / "taxonomy.toml")
    assert max(taxonomy.depth[sub.id] for sub in taxonomy.subs(topic)) >= 2
    assert taxonomy.order.index("linear-algebra/eigen-svd") > taxonomy.order.index("linear-algebra/vectors-similarity")


def test_a_sub_topic_needs_what_its_topic_needs() -> None:
    taxonomy = load_taxonomy(library_root() / "taxonomy.toml")
    assert set(taxonomy.before("dl-core/dropout")) >= {"ml-fundamentals", "ml-fundamentals/regularisation"}


def test_an_unknown_prerequisite_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.toml"
    path.write_text(ONE.replace("asked = 1 }", 'asked = 1, after = ["b"] }'), "utf-8")
    with pytest.raises(PackError, match=r"taxonomy\.toml:5: topic a/x comes after b"):
        load_taxonomy(path)


def test_a_circle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.toml"
    path.write_text(
        ONE.replace("asked = 1\n", 'asked = 1\nafter = ["b"]\n', 1) + ONE.replace("[a]", '[b]\nafter = ["a"]'), "utf-8"
    )
    with pytest.raises(PackError, match=r"circle: "):
        load_taxonomy(path)
