"""What turns a statement round, and what only looks like it."""

from __future__ import annotations

import pytest

from greenroom.grading.polarity import flips

TURNED = [
    ("Training uses the statistics of the batch.", "Training does not use the statistics of the batch."),
    ("L2 shrinks the weights.", "L2 never shrinks the weights."),
    ("Complexity increases the variance.", "Complexity reduces the variance."),
    ("Scores are divided by the root of the dimension.", "Scores are multiplied by the root of the dimension."),
    ("The cost grows quadratically with length.", "The cost grows linearly with length."),
    ("A small batch gives noisy estimates.", "A large batch gives noisy estimates."),
    (
        "Training uses the batch statistics, while inference uses running averages.",
        "Training uses running averages, while inference uses the batch statistics.",
    ),
    ("Layer norm does not depend on the batch size.", "Layer norm depends on the batch size."),
    ("The output has 12 channels.", "The output has 7 channels."),
    ("训练时使用批统计量。", "训练时不使用批统计量。"),
    ("模型越复杂，方差增大。", "模型越复杂，方差减小。"),
    ("Recall is higher than precision.", "Precision is higher than recall."),
]
AGREEING = [
    (
        "Training uses the statistics of the batch.",
        "In training the batch supplies the statistics, not the running averages.",
    ),
    ("L1 gives exact zeros.", "L1 does not only shrink weights: it gives exact zeros."),
    ("Complexity increases the variance.", "With more complexity the variance grows."),
    ("Layer norm does not depend on the batch size.", "Layer norm is independent of the batch size."),
    ("The variance decreases.", "The variance does not increase."),
    ("Recall is higher than precision.", "Precision is lower than recall."),
    ("Singular values are non-negative.", "Singular values are non-negative numbers."),
    ("训练时使用批统计量。", "训练时用当前批的统计量，而不是滑动平均。"),
    ("误差等于偏差加不可约噪声。", "误差包含偏差和不可约噪声。"),
    (
        "Training uses the batch statistics, while inference uses running averages.",
        "At inference it uses running averages; in training it uses batch statistics.",
    ),
]


@pytest.mark.parametrize(("statement", "clause"), TURNED)
def test_turned(statement: str, clause: str) -> None:
    assert flips(statement, clause)


@pytest.mark.parametrize(("statement", "clause"), AGREEING)
def test_agreeing(statement: str, clause: str) -> None:
    assert flips(statement, clause) == []


@pytest.mark.parametrize("statement", [s for s, _ in TURNED])
def test_nothing_turns_itself(statement: str) -> None:
    assert flips(statement, statement) == []
