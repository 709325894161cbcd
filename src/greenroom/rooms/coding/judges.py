"""The judge of this process: started when it is first needed, closed with the process."""

from __future__ import annotations

import atexit
from functools import cache
from threading import Lock

from greenroom.judge.judging import Judging
from greenroom.judge.service import start_judge

_starting = Lock()


def judging() -> Judging:
    """The one Judging, which is thread-safe."""
    with _starting:
        return _judging()


@cache
def _judging() -> Judging:
    judge = start_judge()
    made = Judging(judge)
    atexit.register(judge.close)
    atexit.register(made.close)
    return made
