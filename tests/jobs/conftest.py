from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from greenroom.jobs import registry
from greenroom.jobs.registry import GiveUp, Handle

Register = Callable[..., None]


@pytest.fixture
def register() -> Iterator[Register]:
    """Register a handler for this test alone."""
    before = dict(registry._handlers)

    def add(kind: str, handle: Handle, gave_up: GiveUp | None = None) -> None:
        registry.handler(kind, gave_up=gave_up)(handle)

    yield add
    registry._handlers.clear()
    registry._handlers.update(before)
