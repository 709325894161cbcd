"""The shrinker finds small failing inputs, keeps arguments in step, and always ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from greenroom.judge.shrink import BUDGET, shrink, weight
from greenroom.judge.types import Op, Script

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def smallest(args: tuple[Any, ...], fails: Callable[..., bool]) -> tuple[Any, ...]:
    def first(scripts: Sequence[Script]) -> int | None:
        return next((i for i, s in enumerate(scripts) if fails(*s[0].args)), None)

    return shrink((Op("call", "f", args),), first)[0].args


@given(st.lists(st.integers(-1000, 1000), min_size=2))
def test_two_elements_out_of_order(values: list[int]) -> None:
    (found,) = smallest(([*values, 5, 3],), lambda v: any(a > b for a, b in pairwise(v)))
    assert found == [1, 0]


def test_features_and_labels_stay_in_step() -> None:
    rng = np.random.default_rng(0)
    x, y, w = rng.normal(size=(40, 7)), rng.integers(0, 3, 40), rng.normal(size=7)

    def fails(x: np.ndarray, y: np.ndarray, w: np.ndarray, n: int) -> bool:
        return x.ndim == 2 and x.shape == (len(y), len(w)) and n == len(y) and n >= 2 and 2 in y

    x2, y2, w2, n2 = smallest((x, y, w, 40), fails)
    assert (x2.shape, y2.shape, w2.shape, n2) == ((2, 0), (2,), (0,), 2)


def test_a_text_loses_what_does_not_matter() -> None:
    assert smallest(("the (quick( brown",), lambda s: s.count("(") >= 2) == ("((",)


def test_a_dict_keeps_the_key_that_matters() -> None:
    assert smallest(({"a": [1, 2], "b": [3], "c": 4.25},), lambda d: "b" in d) == ({"b": []},)


def test_steps_of_a_class_are_deleted() -> None:
    steps: Script = (Op("new", "C", (2,), bind="c"), *(Op("call", f"c.{m}", ()) for m in "abcbd"))

    def first(scripts: Sequence[Script]) -> int | None:
        names = [[op.target for op in s] for s in scripts]
        return next((i for i, n in enumerate(names) if n[:1] == ["C"] and "c.d" in n and "c.b" in n), None)

    assert [op.target for op in shrink(steps, first)] == ["C", "c.b", "c.d"]


def test_a_predicate_that_always_holds_ends_with_the_empty_input() -> None:
    assert smallest(([3, 4], {1: 2}, "x", 9), lambda *_: True) == ([], {}, "", 0)


def test_the_budget_is_a_count() -> None:
    tried = 0

    def never(scripts: Sequence[Script]) -> int | None:
        nonlocal tried
        tried += len(scripts)
        return None

    start: Script = (Op("call", "f", (list(range(3000)),)),)
    assert shrink(start, never) is start
    assert tried <= BUDGET + 24


@given(st.lists(st.integers()), st.lists(st.integers()))
def test_weight_prefers_fewer_elements(short: list[int], more: list[int]) -> None:
    assert weight(short) < weight([*short, *more, 0])
