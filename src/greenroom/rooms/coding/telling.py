"""What happens to a submission, as events of its stream."""

from __future__ import annotations

import time
from typing import Any

from greenroom.judge.types import TestResult
from greenroom.record import services as record
from greenroom.rooms.coding.models import Submission

GATHER = 0.05
"""Seconds for which test results are gathered into one event: fast tests arrive together, slow ones one by one."""


class Telling:
    """Sends what happens to the submission's stream."""

    def __init__(self, submission: Submission) -> None:
        self.submission = submission
        self._waiting: list[tuple[int, str]] = []
        self._told = time.monotonic()

    def __call__(self, kind: str, **payload: Any) -> None:
        stream = self.submission.stream
        record.append_event(candidate=self.submission.candidate, stream=stream, kind=kind, payload=payload)

    def test(self, result: TestResult) -> None:
        """One test has ended."""
        self._waiting.append((result.index, result.verdict))
        if time.monotonic() - self._told >= GATHER:
            self.flush()

    def flush(self, total: int = 0) -> None:
        if self._waiting:
            self("tests", tests=self._waiting, total=total)
        self._waiting, self._told = [], time.monotonic()
