"""Every program of the library: solutions agree, mutants die, bugs show, growth is as declared."""

from __future__ import annotations

import pytest

from greenroom.content.items import LoadedItem
from tests.library.proving import Known, check, named, of


@pytest.mark.library
@pytest.mark.parametrize("item", of(("coding", "debug")), ids=named)
def test_an_item_is_proved(item: LoadedItem, known: Known) -> None:
    check(item, known)
