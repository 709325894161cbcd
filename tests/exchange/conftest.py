from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from greenroom.exchange import tables
from greenroom.jobs.services import enqueue
from greenroom.record import services
from greenroom.record.models import Candidate

Snapshot = Callable[[], dict[str, list[dict[str, Any]]]]


@pytest.fixture
def history() -> Callable[[Candidate], None]:
    """Fill a candidate's record with one of everything."""

    def fill(candidate: Candidate) -> None:
        when = datetime(2026, 11, 23, tzinfo=UTC)
        services.update_profile(candidate=candidate, domains=["vision", "金融"], theme="dark")
        services.add_interview(candidate=candidate, at=when, employer="Acme")
        services.append_attempt(
            candidate=candidate,
            item="coding/softmax",
            version="1",
            kind="submit",
            started_at=when,
            given={"code": f"# written by {candidate}\n"},
            verdict="AC",
            score=1.0,
        )
        services.append_event(candidate=candidate, stream=f"sitting/{candidate}", kind="typed", payload={"字": "好"})
        enqueue(kind="weigh", payload={"of": str(candidate)}, candidate=candidate)

    return fill


@pytest.fixture
def snapshot() -> Snapshot:
    """Everything in the tables, comparable."""

    def take() -> dict[str, list[dict[str, Any]]]:
        return {m._meta.label: list(m._default_manager.order_by("pk").values()) for m in tables.tables()}

    return take
