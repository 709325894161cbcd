"""Worker threads inside a process, with a reaper beside them: the engine of solo mode."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from django.db import connection
from django.db.utils import OperationalError
from django.utils import timezone

from greenroom.jobs import bell, ledger, registry
from greenroom.jobs.worker import BEATS, Worker

log = logging.getLogger(__name__)
KEEP = timedelta(days=7)
"""How long a job that ended stays in the ledger, for whoever wants to know why it failed."""
LOOK_AGAIN = 1.0
"""Seconds after which an idle worker looks at the ledger without a ring: another process may have queued something."""


class Pool:
    """`threads` workers, one more for background jobs, which therefore delay no other, and one reaper, from `start` to
    `stop`. Without workers it still reaps and rings for others."""

    def __init__(self, threads: int, *, background: bool = True) -> None:
        self._over = threading.Event()
        loops: list[Callable[[], None]] = [self._reap, *[self._work] * threads]
        if threads and background:
            loops.append(partial(self._work, background=True))
        self._threads = [threading.Thread(target=loop, name=f"jobs-{n}", daemon=True) for n, loop in enumerate(loops)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self, timeout: float = 5.0) -> None:
        """Let the workers end what they do; what takes longer than the timeout is done again after the next start."""
        self._over.set()
        bell.local.ring()
        for thread in self._threads:
            thread.join(timeout)

    def _work(self, background: bool = False) -> None:
        worker = Worker()
        seen = 0
        while not self._over.is_set():
            if not self._survive(partial(worker.run_once, background=background)):
                seen = bell.local.wait(seen, LOOK_AGAIN)
        connection.close()

    def _reap(self) -> None:
        self._survive(forget_old)
        while True:
            self._survive(reap_and_ring)
            if self._over.wait(ledger.LEASE.total_seconds() / BEATS):
                break
        connection.close()

    def _survive(self, step: Callable[[], bool]) -> bool:
        """A database that is away for a moment must not end the thread."""
        try:
            return step()
        except OperationalError:
            log.exception("the database did not answer; trying again")
            connection.close()
            self._over.wait(LOOK_AGAIN)
            return False


def forget_old() -> bool:
    """Keep the ledger small."""
    return ledger.forget(before=timezone.now() - KEEP) > 0


def reap_and_ring() -> bool:
    """Give back the jobs of silent workers and ring for them."""
    again = ledger.reap(kinds=registry.kinds())
    for job_id in again:
        bell.ring(job_id)
    return bool(again)
