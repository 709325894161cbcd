"""The comparators accept every right variant and nothing else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from greenroom.content.models import Compare
from greenroom.judge.compare import compare, compare_script
from greenroom.judge.session import Frame, Tensor
from greenroom.judge.types import Mismatch, Opaque, Outcome, Raised

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

EXACT = Compare()
FLOAT = Compare(kind="float")
ANY_ORDER = Compare(kind="any-order")

reals = st.floats(-1e6, 1e6, allow_subnormal=False)
arrays = hnp.arrays(np.float64, hnp.array_shapes(max_dims=3, max_side=5), elements=reals)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=5)
values = st.recursive(
    leaves | hnp.arrays(hnp.integer_dtypes() | hnp.floating_dtypes(sizes=(32, 64)), hnp.array_shapes(max_side=3)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


def differ(expected: Any, actual: Any, rule: Compare = EXACT, slack: float = 0.0) -> Mismatch | None:
    return compare(Outcome(expected), Outcome(actual), rule, slack)


@pytest.mark.parametrize("kind", ["exact", "float", "any-order", "sign", "permutation"])
@given(value=values)
def test_a_value_equals_itself(kind: Any, value: Any) -> None:
    assert differ(value, value, Compare(kind=kind)) is None


@given(values, values)
def test_exact_comparison_is_symmetric(one: Any, other: Any) -> None:
    assert (differ(one, other) is None) == (differ(other, one) is None)


@given(arrays, st.data())
def test_lists_and_float32_pass_and_a_perturbed_element_fails(array: np.ndarray, data: st.DataObject) -> None:
    assert differ(array, array.tolist(), FLOAT) is None
    assert differ(array.tolist(), array, FLOAT) is None
    assert differ(array, array.astype(np.float32), FLOAT) is None
    at = data.draw(st.integers(0, array.size - 1))
    spoilt = array.copy()
    spoilt.flat[at] += 1e-3 * max(1.0, abs(spoilt.flat[at]))
    found = differ(array, spoilt, FLOAT)
    assert found is not None
    assert found.cause in ("value", "order")
    assert found.index == tuple(int(i) for i in np.unravel_index(at, array.shape))
    assert (found.differing, found.total) == (1, array.size)


@given(arrays, st.data())
def test_nan_is_compared_by_position(array: np.ndarray, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, array.size - 1))
    holed = array.copy()
    holed.flat[at] = np.nan
    assert differ(holed, holed.copy(), FLOAT) is None
    found = differ(array, holed, FLOAT)
    assert found is not None
    assert found.cause == "nan"


@given(st.lists(st.integers(-5, 5) | st.text("ab", max_size=2) | st.lists(st.integers(0, 2), max_size=2)), st.randoms())
def test_any_order_is_about_multisets(items: list[Any], chance: Any) -> None:
    moved = items.copy()
    chance.shuffle(moved)
    assert differ(items, moved, ANY_ORDER) is None
    assert differ(items, tuple(moved), ANY_ORDER) is None
    assert differ(items, [*moved, "new"], ANY_ORDER) is not None
    if moved:
        assert differ(items, [*moved[1:], "new"], ANY_ORDER) is not None


@given(hnp.arrays(np.float64, st.integers(1, 30), elements=reals), st.randoms())
def test_any_order_tolerates_rounding(array: np.ndarray, chance: Any) -> None:
    moved = (array * (1 + 1e-9)).tolist()
    chance.shuffle(moved)
    assert differ(array, moved, ANY_ORDER) is None


@given(
    hnp.arrays(np.float64, (4, 3), elements=st.floats(0.1, 10)),
    st.lists(st.sampled_from([-1.0, 1.0]), min_size=3, max_size=3),
)
def test_eigenvectors_may_flip_but_not_their_values(vectors: np.ndarray, signs: list[float]) -> None:
    rule = Compare(kind="sign")
    spectrum = np.array([3.0, 2.0, 1.0])
    assert differ((spectrum, vectors), (spectrum, vectors * signs), rule) is None
    assert differ(vectors, vectors * signs, rule) is None
    assert differ(vectors[:, 0], -vectors[:, 0], rule) is None
    assert differ((spectrum, vectors), (-spectrum, vectors), rule) is not None
    bent = vectors.copy()
    bent[0, 0] *= -1
    assert differ(vectors, bent, rule) is not None


@given(st.permutations(range(4)))
def test_clusters_may_be_renamed_together(order: list[int]) -> None:
    rule = Compare(kind="permutation", axis=0)
    centres = np.array([[0.0, 0.0], [5.0, 5.0], [9.0, 0.0], [0.0, 9.0]])
    labels = np.array([0, 1, 1, 2, 3, 0])
    names = np.argsort(order)
    assert differ((centres, labels), (centres[order], names[labels]), rule) is None
    assert differ(labels, names[labels], rule) is None
    wrong = names[labels].copy()
    wrong[0] = wrong[1]
    assert differ((centres, labels), (centres[order], wrong), rule) is not None
    assert differ(labels, wrong, rule) is not None


def test_dtype_rules() -> None:
    ints, floats = np.array([1, 2]), np.array([1.0, 2.0])
    assert differ(ints, floats) is None
    assert differ(floats, ints, Compare(dtype="kind")) is not None
    assert differ(floats, floats.astype(np.float32), Compare(dtype="kind")) is None
    found = differ(floats, floats.astype(np.float32), Compare(dtype="strict"))
    assert found is not None
    assert (found.cause, found.expected, found.actual) == ("dtype", "float64", "float32")
    assert differ(True, 1, Compare(dtype="kind")) is not None


def test_container_rules() -> None:
    strict = Compare(container="strict")
    assert differ([1, [2, 3]], (1, (2, 3))) is None
    assert differ([1, 2], (1, 2), strict) is not None
    assert differ([1, [2]], [1, (2,)], strict) is not None
    assert differ(np.array([1, 2]), [1, 2], strict) is not None
    assert differ([1, 2], [1, 2], strict) is None


def test_shapes() -> None:
    found = differ(np.zeros((2, 3)), np.zeros((3, 2)), FLOAT)
    assert found is not None
    assert found.cause == "shape"
    assert differ(np.zeros((0, 3)), []) is None
    assert differ(np.zeros((0, 3)), np.zeros((0, 2))) is not None
    assert differ(1.0, np.array([1.0]), FLOAT) is not None
    assert differ(1.0, np.array(1.0), FLOAT) is None
    assert differ([[1, 2], [3]], [[1, 2], [3, 4]]) is not None


@pytest.mark.parametrize(
    ("expected", "actual"),
    [(10**9, 10**9 + 1), (1234567.0, 1234568.0), ([1e6, 1.0], [1e6, 2.0]), (2**70, 2**70 + 1), (0.0, 1e-3)],
)
def test_tolerance_is_no_excuse(expected: Any, actual: Any) -> None:
    assert differ(expected, actual, FLOAT) is not None


def test_single_precision_is_recognised_in_lists_too() -> None:
    exact = np.array([0.1, 1 / 3, 0.7])
    single = exact.astype(np.float32)
    assert differ(exact, [float(v) for v in single * np.float32(1.000001)], FLOAT) is None
    assert differ(exact, exact * 1.000001, FLOAT) is not None


def test_slack_widens_by_the_references_own_error() -> None:
    assert differ(1.0, 1.0 + 3e-7, FLOAT) is not None
    assert differ(1.0, 1.0 + 3e-7, FLOAT, slack=4e-7) is None
    assert differ(1.0, 1.1, FLOAT, slack=5.0) is not None


def test_ulp() -> None:
    assert differ(1e20, np.nextafter(1e20, 2e20), Compare(kind="float", rtol=0, atol=0, ulp=1)) is None
    assert differ(1e20, 1e20 + 2**16, Compare(kind="float", rtol=0, atol=0, ulp=1)) is not None


def test_exceptions() -> None:
    wanted = Outcome(raised=Raised("ValueError", "negative"))
    assert compare(wanted, Outcome(raised=Raised("ValueError", "other words")), EXACT) is None
    assert compare(wanted, Outcome(raised=Raised("LinAlgError", "singular")), EXACT) is None
    assert (
        compare(Outcome(raised=Raised("LinAlgError", "")), Outcome(raised=Raised("ValueError", "")), EXACT) is not None
    )
    for other in (Outcome(1), Outcome(raised=Raised("KeyError", ""))):
        found = compare(wanted, other, EXACT)
        assert found is not None
        assert found.cause == "exception"
    assert compare(Outcome(1), wanted, EXACT) is not None


def test_arguments_after_the_call() -> None:
    rule = Compare(mutates=True)
    assert compare(Outcome(None, args_after=([1, 2],)), Outcome(None, args_after=([1, 2],)), rule) is None
    found = compare(Outcome(None, args_after=(1, [1, 2])), Outcome(None, args_after=(1, [2, 1])), rule)
    assert found is not None
    assert found.cause == "mutated"
    assert found.message.startswith("Argument 2")
    assert compare(Outcome(0, args_after=([1],)), Outcome(0, args_after=([2],)), EXACT) is None


def test_stdout() -> None:
    rule = Compare(stdout=True)
    assert compare(Outcome(stdout="a \nb\n"), Outcome(stdout="a\nb"), rule) is None
    found = compare(Outcome(stdout="a\nb\n"), Outcome(stdout="a\nc\n"), rule)
    assert found is not None
    assert (found.cause, found.index) == ("stdout", (1,))


def test_order_is_named() -> None:
    found = differ([3, 1, 2], [1, 2, 3])
    assert found is not None
    assert found.cause == "order"


def test_opaque_values_equal_nothing() -> None:
    assert differ(Opaque("Model"), Opaque("Model")) is not None
    assert differ(1, Opaque("AlwaysEqual")) is not None
    assert differ([1], [Opaque("AlwaysEqual")], ANY_ORDER) is not None


def test_missing_return_is_named() -> None:
    found = differ([1], None)
    assert found is not None
    assert found.cause == "missing"


def test_frames_and_tensors() -> None:
    frame = Frame("DataFrame", ("a", "b"), (np.array([1, 2]), ["x", None]))
    assert differ(frame, frame) is None
    assert differ(frame, Frame("DataFrame", ("a", "b"), (np.array([1, 3]), ["x", None]))) is not None
    assert differ(frame, Frame("DataFrame", ("a", "c"), frame.columns)) is not None
    assert differ(Tensor(np.array([1.0])), np.array([1.0]), FLOAT) is None
    assert differ(Tensor(np.array([1.0])), np.array([1.0]), Compare(container="strict")) is not None


def test_dates_and_not_a_time() -> None:
    days = np.array(["2026-01-01", "NaT"], dtype="M8[D]")
    assert differ(days, days.astype("M8[s]")) is None
    assert differ(days, days[::-1]) is not None


def test_a_script_differs_at_its_first_wrong_step() -> None:
    wanted = (Outcome(None), Outcome(1), Outcome(2))
    assert compare_script(wanted, wanted, EXACT) is None
    found = compare_script(wanted, (Outcome(None), Outcome(7), Outcome(2)), EXACT)
    assert found is not None
    assert found[0] == 1
    short = compare_script(wanted, wanted[:2], EXACT)
    assert short is not None
    assert (short[0], short[1].cause) == (2, "missing")


@given(values, values)
def test_descriptions_are_bounded(expected: Any, actual: Any) -> None:
    for rule in (EXACT, FLOAT, ANY_ORDER):
        found = differ(expected, actual, rule)
        if found is not None:
            assert found.message
            assert len(found.expected) + len(found.actual) < 3000


def test_the_slack_of_an_answer_is_not_that_of_the_arguments() -> None:
    """A pair is answered, three arrays are given: there is a slack a component of the answer, none for an argument."""
    given = (np.ones(3), np.zeros(3), np.arange(3.0))
    rule = Compare(kind="float", mutates=True)
    answer = (np.ones(2), np.ones(2))
    right = compare(Outcome(answer, args_after=given), Outcome(answer, args_after=given), rule, (1e-12, 1e-12))
    changed = (*given[:2], given[2] + 1)
    wrong = compare(Outcome(answer, args_after=given), Outcome(answer, args_after=changed), rule, (1e-12, 1e-12))
    assert right is None
    assert wrong is not None
    assert wrong.cause == "mutated"
