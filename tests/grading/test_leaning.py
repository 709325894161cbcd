"""Which way words lean: towards the wordings that they share, back when these change places, and nowhere where none compares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.grading.leaning import Leaning, marked, stems

RIGHT = ["At test time the whole network is used.", "Dropout is switched off at inference."]
WRONG = ["At test time units are still dropped.", "Dropout stays active at inference."]
BOTH = Leaning(tuple(map(marked, RIGHT)), tuple(map(marked, WRONG)))
WORDS = st.frozensets(st.sampled_from(sorted(stems(" ".join([*RIGHT, *WRONG])))))
SIDES = st.lists(WORDS.filter(bool), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize("text", RIGHT)
def test_a_wording_leans_to_its_own_side(text: str) -> None:
    assert BOTH.odds(marked(text)) > 1


@pytest.mark.parametrize("text", WRONG)
def test_a_misconception_leans_the_other_way(text: str) -> None:
    assert BOTH.odds(marked(text)) < -1


def test_a_negation_makes_another_word() -> None:
    said, denied = (
        BOTH.odds(marked(f"Dropout is {how} at inference.")) for how in ("switched off", "not switched off")
    )
    assert denied < said


@given(SIDES, SIDES, WORDS)
def test_sides_change_places(
    here: tuple[frozenset[str], ...], there: tuple[frozenset[str], ...], words: frozenset[str]
) -> None:
    assert Leaning(here, there).odds(words) == pytest.approx(-Leaning(there, here).odds(words))


@given(SIDES, WORDS)
def test_without_another_side_nothing_leans(here: tuple[frozenset[str], ...], words: frozenset[str]) -> None:
    assert Leaning(here).odds(words) == Leaning((), here).odds(words) == 0
    assert Leaning(here, here).odds(words) == 0
