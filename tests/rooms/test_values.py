from __future__ import annotations

from greenroom.rooms.coding.diffs import compare
from greenroom.rooms.coding.values import Cell, side_by_side


def test_cells_that_differ_are_marked() -> None:
    expected, actual = side_by_side(
        "array([[0.5, 0.25],\n       [1. , 2. ]])", "array([[0.5, 0.75],\n       [1. , 2. ]])"
    )
    assert [cell.differs for row in actual[0].rows for cell in row] == [False, True, False, False]
    assert expected[0].note == "2 × 2"


def test_a_difference_within_the_tolerance_is_none() -> None:
    _, actual = side_by_side("array([1.0000001])", "array([1.0])", rtol=1e-6)
    assert actual[0].rows == ((Cell("1.0"),),)


def test_a_tuple_is_shown_part_by_part() -> None:
    expected, actual = side_by_side("(array([1, 2]), 3)", "(array([1, 2]), 4)")
    assert [part.text for part in expected] == ["array([1, 2])", "3"]
    assert [part.differs for part in actual] == [False, True]


def test_other_shapes_and_texts_stay_text() -> None:
    expected, actual = side_by_side("array([1, 2, 3])", "[[1, 2], [3]]")
    assert expected[0].rows
    assert not actual[0].rows
    assert actual[0].differs


def test_a_large_array_stays_text() -> None:
    _, actual = side_by_side("", "array([0, 1, 2, ..., 7, 8, 9], shape=(100,))")
    assert not actual[0].rows


def test_dtype_and_shape_are_told() -> None:
    _, actual = side_by_side("x", "array([1., 2.], dtype=float32)")
    assert actual[0].note == "2, dtype=float32"


def test_brackets_inside_strings_do_no_harm() -> None:
    _, actual = side_by_side("('(', ')')", "('(', ')')")
    assert "".join(part.text for part in actual)


def test_a_comparison_shows_both_sides_with_their_numbers() -> None:
    lines = compare("a\nb\nc\n", "a\nB\nc\n")
    assert [(line.kind, line.old, line.new) for line in lines] == [
        ("same", 1, 1),
        ("cut", 2, None),
        ("add", None, 2),
        ("same", 3, 3),
    ]


def test_equal_texts_have_no_difference() -> None:
    assert compare("a\n", "a\n") == []
