"""Negated copies are sentences that a person could have written, and a denial is taken away rather than doubled."""

from __future__ import annotations

import pytest

from greenroom.grading.text import Lang
from greenroom.grading.train.negation import negate

NEGATED = [
    ("en", "The cache grows with the context.", "The cache does not grow with the context."),
    ("en", "Frequent words stay whole.", "Frequent words do not stay whole."),
    ("en", "Biases can start at zero.", "Biases cannot start at zero."),
    ("en", "Item vectors do not depend on the user.", "Item vectors depend on the user."),
    ("en", "The cost does not carry over.", "The cost carries over."),
    ("en", "Scores are not comparable between set-ups.", "Scores are comparable between set-ups."),
    ("en", "The weights have to differ.", "The weights do not have to differ."),
    ("en", "A past query is never used again.", "A past query is used again."),
    ("en", "In the test set the mean is used.", "In the test set the mean is not used."),
    ("en", "At inference the running averages are kept.", "At inference the running averages are not kept."),
    ("en", "The features need not be normal.", "The features must be normal."),
    ("en", "It has no parameters.", "It has parameters."),
    ("zh", "卷积核在所有位置共享，参数会减少。", "卷积核在所有位置共享，参数不会减少。"),
    ("zh", "注意力打分的计算量不变。", "注意力打分的计算量会变。"),
    ("zh", "特征也不必正态。", "特征也必须正态。"),
    ("zh", "历史查询不会再用到。", "历史查询会再用到。"),
    ("zh", "模型没有这样的分解。", "模型有这样的分解。"),
]
WITHOUT_A_VERB = [("en", "A model of the data"), ("en", "the mean and the variance"), ("zh", "均值和方差")]


@pytest.mark.parametrize(("lang", "sentence", "expected"), NEGATED)
def test_negated(lang: Lang, sentence: str, expected: str) -> None:
    assert negate(sentence, lang) == expected


@pytest.mark.parametrize(("lang", "sentence"), WITHOUT_A_VERB)
def test_without_a_verb_nothing_is_negated(lang: Lang, sentence: str) -> None:
    assert negate(sentence, lang) is None
