"""One judge a file of proofs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from greenroom.cli.proving import provers
from tests.library.proving import Known


@pytest.fixture(scope="module")
def known() -> Iterator[Known]:
    with provers() as both:
        yield both
