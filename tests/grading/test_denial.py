"""A plain "not" takes a claim away: where the answer has it and the claim has not, and the other way round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.grading.measure import Subject
from greenroom.grading.models import Models
from greenroom.grading.polarity import agreement
from greenroom.grading.text import Lang

ITEM = "theory/two-tower-retrieval"
CLAIM = "precompute"
SAID = [
    ("en", "Item vectors do not depend on the user, so one computes them offline."),
    ("en", "The vectors of items don't depend on the user and are computed offline, then put into an index."),
    ("zh", "物品向量不依赖用户，可以离线计算。"),
]
DENIED = [
    ("en", "Item vectors depend on the user, so they cannot be computed offline and put into an index."),
    ("en", "Item vectors do not depend on the user, so they are not computed offline and not put into an index."),
    ("zh", "物品向量依赖用户，所以可以离线计算并放入索引。"),
]
WORDS = st.lists(
    st.sampled_from(
        ["the", "model", "does", "not", "never", "learn", "weights", "without", "data", "不", "模型", "学习", "权重"]
    ),
    max_size=9,
)


@pytest.mark.parametrize(("lang", "text"), SAID)
def test_what_is_said_stays(lang: Lang, text: str, library: dict[str, Subject], models: Models) -> None:
    assert library[ITEM].grade(text, lang, models).claim(CLAIM).verdict in ("covered", "partly")


@pytest.mark.parametrize(("lang", "text"), DENIED)
def test_what_is_denied_is_lost(lang: Lang, text: str, library: dict[str, Subject], models: Models) -> None:
    assert library[ITEM].grade(text, lang, models).claim(CLAIM).verdict in ("missing", "contradicted")


def test_a_negated_model_answer_loses_that_claim_and_asks_about_it(library: dict[str, Subject], models: Models) -> None:
    right = library[ITEM].model_answer("en")
    wrong = right.replace("Item vectors do not depend on the user", "Item vectors depend on the user")
    before, after = (library[ITEM].grade(text, "en", models) for text in (right, wrong))
    lost = {c.id for c in before.claims if after.claim(c.id).verdict != c.verdict}
    assert lost == {CLAIM}
    doubt = after.claim(CLAIM).doubt
    assert doubt is not None
    assert doubt.why.startswith("negation")
    assert doubt.span.of(wrong).startswith("Item vectors depend on the user")
    assert CLAIM in after.check


@given(WORDS, WORDS)
def test_agreement_is_mutual(ours: list[str], theirs: list[str]) -> None:
    left, right = " ".join(ours), " ".join(theirs)
    assert agreement(left, right) == agreement(right, left)
    assert not agreement(left, left).turned
    assert 0 <= agreement(left, right).share <= 1
