"""The models are loaded once, the library read once."""

from __future__ import annotations

import pytest

from greenroom.content.paths import library_root
from greenroom.grading.measure import Subject, subjects
from greenroom.grading.models import Models


@pytest.fixture(scope="session")
def models() -> Models:
    loaded = Models.load()
    assert loaded.missing == ()
    return loaded


@pytest.fixture(scope="session")
def library() -> dict[str, Subject]:
    return subjects(library_root() / "core" / "theory")
