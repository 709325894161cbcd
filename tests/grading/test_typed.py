"""Typed answers: units, tolerances, shapes and named slips; what cannot be read never counts as wrong."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.content.models import Answer
from greenroom.grading.typed import check_typed

MIB = Answer(type="number", unit="MiB", rtol=0.01)
SHARE = Answer(type="number", rtol=0.001)


@pytest.mark.parametrize(
    ("typed", "expected", "answer"),
    [
        ("1.5 GiB", 1536, MIB),
        ("1536", 1536, MIB),
        ("50%", 0.5, SHARE),
        ("1.38*10^-1", 0.138, SHARE),
        ("2*log(3)", 2.1972, SHARE),
        ("2/6", Fraction(1, 3), Answer(type="fraction")),
        ("1,000,000", 10**6, Answer(type="integer")),
        ("[[1,2],[3,4]]", [[1, 2], [3, 4]], Answer(type="matrix")),
        ("1 2; 3 4", [[1, 2], [3, 4]], Answer(type="matrix")),
        ("1, -0.5", [1, -0.5], Answer(type="vector")),
        ("(0.1, 0.2)", [0.1, 0.2], Answer(type="vector")),
        ("（0.1， 0.2）", [0.1, 0.2], Answer(type="vector")),
        ("[ (0.1 0.2) ]", [0.1, 0.2], Answer(type="vector")),
        ("(1+2)/3, (4)", [1, 4], Answer(type="vector")),
        ("(1+2), (4)", [3, 4], Answer(type="vector")),
        ("[log(8, 2), exp(-1)/2]", [3, 0.18394], Answer(type="vector")),
        ("log(8, 2) 1", [3, 1], Answer(type="vector")),
        ("((1+2)/3, 2*(3))", [1, 6], Answer(type="vector")),
        ("{a, B}", {"b", "a"}, Answer(type="set")),
        ("24 h", 1, Answer(type="number", unit="days")),
        ("p*(1-p)", "p - p^2", Answer(type="formula", domain={"p": (0.0, 1.0)})),
    ],
)
def test_right_answers(typed: str, expected: Any, answer: Answer) -> None:
    assert check_typed(typed, expected, answer).verdict == "right"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("", SHARE), ("abc", SHARE), ("1/0", SHARE), ("9**9**9**9", SHARE), ("3 days", MIB), ("1 2; 3", Answer(type="matrix")),
     ("1.5", Answer(type="integer")), ("(1, 2", Answer(type="vector")),
     ("1), (2", Answer(type="vector")), ("()", Answer(type="vector")), ("__import__('os')", SHARE), ("sqrt(-1)", SHARE)],
)  # fmt: skip
def test_what_cannot_be_read_is_invalid_and_says_why(typed: str, answer: Answer) -> None:
    found = check_typed(typed, 1, answer)
    assert (found.verdict, bool(found.message)) == ("invalid", True)


def test_a_message_is_a_sentence_that_can_be_translated_with_those_in_it() -> None:
    found = check_typed("1/0", 1, SHARE)
    assert found.message == "This has no value. It divides by zero."
    assert found.told(str.upper) == "THIS HAS NO VALUE. {WHY}"
    assert check_typed("3 GiB", 1, Answer(type="number", unit="days")).message.endswith("answer in days.")


def test_a_slip_is_named() -> None:
    assert check_typed("768 MiB", 1536, MIB, {"forgot-v": 768.0}).slip == "forgot-v"


def test_a_wrong_shape_is_said() -> None:
    assert "3 entries" in check_typed("1,2", [1, 2, 3], Answer(type="vector")).message


@given(st.floats(1e-6, 1e12), st.floats(-0.3, 0.3))
def test_tolerance_is_relative(value: float, error: float) -> None:
    found = check_typed(repr(value * (1 + error)), value, SHARE)
    if abs(abs(error) - 0.001) > 1e-9:
        assert (found.verdict == "right") == (abs(error) < 0.001)


@given(st.text(max_size=60), st.sampled_from(["number", "integer", "fraction", "vector", "matrix", "set", "choice"]))
def test_any_text_gets_a_verdict(text: str, kind: Any) -> None:
    assert check_typed(
        text, [[1]] if kind == "matrix" else [1] if kind in ("vector", "set") else 1, Answer(type=kind)
    ).verdict
