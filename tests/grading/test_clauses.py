"""Where clauses begin and end, with offsets into the answer."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.grading.clauses import clauses, sentences, windows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（最初在测试时缩放。）后来在训练时缩放。", ["（最初在测试时缩放。）", "后来在训练时缩放。"]),
        ("One claim here. Another claim there.", ["One claim here.", "Another claim there."]),
        ("Use a norm, e.g. layer norm. It works.", ["Use a norm, e.g. layer norm.", "It works."]),
        ("- first point made\n- second point made", ["first point made", "second point made"]),
        ("训练时用批统计量。推理时用滑动平均！", ["训练时用批统计量。", "推理时用滑动平均！"]),
        ("The rate is 0.5 here. Done now.", ["The rate is 0.5 here.", "Done now."]),
        (
            "word " * 20 + "and then\nit simply goes on. End here.",
            ["word " * 20 + "and then\nit simply goes on.", "End here."],
        ),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert [s.of(text) for s in sentences(text)] == found


def test_clauses_part_at_conjunctions_and_keep_something_to_say() -> None:
    text = "Training uses batch statistics, whereas inference uses running averages; yes, it does so."
    parts = [c.span.of(text) for c in clauses(text)]
    assert parts[0] == "Training uses batch statistics"
    assert parts[1].startswith("whereas inference uses")


def test_chinese_clauses() -> None:
    text = "训练时用批统计量，测试时用滑动平均。"
    assert [c.span.of(text) for c in clauses(text)] == ["训练时用批统计量", "测试时用滑动平均。"]


def test_a_formula_is_not_cut_at_its_minus() -> None:
    text = "The output size is (n - 1) s - 2 p + k for this layer"
    assert len(clauses(text)) == 1


@given(st.text(alphabet=st.sampled_from("ab .,;:!?\n-*()（）。，；而但 because and the it 的"), max_size=120))
def test_spans_lie_within_the_text_in_order(text: str) -> None:
    spans = [c.span for c in clauses(text)]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(w.text == w.span.of(text) for w in windows(text))
