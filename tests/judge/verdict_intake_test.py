"""What a candidate hands in or types is read without running it, and refused with words that help."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.judge.inputs import InputError, read_inputs
from greenroom.judge.intake import MAX_BYTES, accept

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SIGNATURE = "def top_k(scores: list[float], k: int = 1) -> list[int]"


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        (b"def top_k(scores, k): pass\n# caf\xe9\n", "Line 2 is not UTF-8"),
        (b"def top_k(a, b):\0 pass", "null bytes"),
        ("#" * (MAX_BYTES + 1), "limit is 256 KiB"),
        ("def top_k(scores, k):\n    return (", "Line 2 is not valid Python"),
        ("def topk(scores, k): pass", "There is a topk: rename it"),
        ("x = 1", "does not define top_k. Write it as: def top_k(scores"),
        ("", "does not define top_k"),
        ("def top_k(scores): pass", "cannot be called as top_k(scores, k)"),
        ("def top_k(a, b, c): pass", "cannot be called as"),
        ("def top_k(scores, *, k): pass", "cannot be called"),
        ("async def top_k(scores, k): pass", ""),
        ("x = " + "(" * 5000 + ")" * 5000, ""),
        ("x = " + "-" * 100_000 + "1", "nested too deeply"),
    ],
)
def test_bad_source_is_refused(source: str | bytes, hint: str) -> None:
    taken = accept(source, "top_k", SIGNATURE)
    assert taken.text == ""
    assert taken.message
    assert hint in taken.message


@pytest.mark.parametrize(
    "source",
    [
        "def top_k(scores, k=1): pass",
        "def top_k(a, b): pass",
        "def top_k(*args): pass",
        "def top_k(scores, k, extra=None): pass",
        "top_k = lambda scores, k: []",
        "from heapq import nlargest as top_k",
        "from helpers import *",
        "if True:\n    def top_k(scores, k): pass",
        "exec('def top_k(a, b): pass')",
        "class top_k:\n    def __init__(self, a, b): pass",
        "import functools\n@functools.cache\ndef top_k(*a): pass",
        b"\xef\xbb\xbfdef top_k(scores, k): pass",
    ],
)
def test_what_may_work_is_left_to_the_sandbox(source: str | bytes) -> None:
    assert accept(source, "top_k", SIGNATURE).message == ""


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_any_source_gets_an_answer(source: str | bytes) -> None:
    taken = accept(source, "f", "f(x)")
    assert bool(taken.text) != bool(taken.message)


def test_one_test_a_line() -> None:
    assert read_inputs("[1, 2], 3\n\n# a remark\n[\n  4,\n], -1", SIGNATURE) == [([1, 2], 3), ([4], -1)]


def test_assignments_make_one_test() -> None:
    assert read_inputs("k = 2\nscores = [0.5]", SIGNATURE) == [([0.5], 2)]
    assert read_inputs("scores = [0.5]", SIGNATURE) == [([0.5],)]


def test_keywords_are_put_in_order() -> None:
    assert read_inputs("[1.0], k=2", SIGNATURE) == [([1.0], 2)]


def test_arrays_and_special_numbers() -> None:
    ((a, b, c),) = read_inputs("np.array([[1, 2]], dtype=float), array([nan, -inf]), float('inf')")
    assert a.dtype == np.float64
    assert a.tolist() == [[1.0, 2.0]]
    assert np.isnan(b[0])
    assert b[1] == -math.inf
    assert c == math.inf


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "no input"),
        ("__import__('os').system('id')", "array(...)"),
        ("open('x')", "array(...)"),
        ("[1, 2", "Line 1"),
        ("[0] * 10**9", "not a value"),
        ("np.zeros((9, 9))", "array(...)"),
        ("array([1], dtype='object')", "dtype"),
        ("array([[1], [2, 3]])", "not an array"),
        ("array(['a', None])", "array of numbers or strings"),
        ("{[1]: 2}", "A list cannot"),
        ("**{}", "cannot be used"),
        ("x = 1", "no parameter x"),
        ("k = 1", "scores has no value"),
        ("(lambda: 1)()", "array(...)"),
        ("'" + "a" * 70_000 + "'", "64 KiB"),
        ("\n".join(["1"] * 21), "at most 20"),
        ("(" * 300 + ")" * 300, ""),
        ("-'a'", "Only a number"),
    ],
)
def test_bad_inputs_are_refused(text: str, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        read_inputs(text, SIGNATURE)
    assert hint in str(caught.value)


literals: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(literals, literals)
def test_literals_come_back(one: Any, other: Any) -> None:
    assert read_inputs(f"{one!r}, {other!r}") == [(one, other)]


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InputError):
        assert read_inputs(text, SIGNATURE)
