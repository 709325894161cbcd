"""The judge of this process: started when it is first needed, closed with the process."""

from __future__ import annotations

import atexit
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greenroom.judge.judging import Judging

_starting = Lock()


def judging() -> Judging:
    """The one Judging, which is thread-safe."""
    with _starting:
        return _judging()


@cache
def _judging() -> Judging:
    from greenroom.judge.judging import Judging  # with NumPy: a page that judges nothing should not wait for it
    from greenroom.judge.service import start_judge

    judge = start_judge()
    made = Judging(judge)
    atexit.register(judge.close)
    atexit.register(made.close)
    return made
