"""Every question and method of the library: claims hold, two routes meet, snippets run, figures are what their code draws."""

from __future__ import annotations

import pytest

from greenroom.content.items import LoadedItem
from tests.library.proving import Known, check, named, of


@pytest.mark.library
@pytest.mark.parametrize("item", of(("theory", "param", "method")), ids=named)
def test_an_item_is_proved(item: LoadedItem, known: Known) -> None:
    check(item, known)
