"""A worker: takes jobs, keeps its lease alive while it works, and ends them."""

from __future__ import annotations

import itertools
import logging
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import close_old_connections, connection

from greenroom.jobs import ledger, registry
from greenroom.jobs.registry import Lease

log = logging.getLogger(__name__)
BEATS = 4
"""Heartbeats within one lease."""
_numbers = itertools.count(1)


class Worker:
    """Does one job at a time. Its name is unique among all machines of an installation."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}:{next(_numbers)}"

    def run_once(self, *, only: int | None = None, background: bool = False) -> bool:
        """Do the next job (of those in the background, or of the others), or the job `only`. False when there was nothing
        to do."""
        close_old_connections()
        lease = ledger.claim(worker=self.name, kinds=registry.kinds(), only=only, background=background)
        if lease is None:
            return False
        try:
            with _beating(lease):
                effect = registry.lookup(lease.kind).handle(lease)
            ledger.finish(lease, effect)
        except ledger.LeaseLost:
            log.warning("job %s (%s) was taken over", lease.id, lease.kind)
        except Exception as error:
            log.exception("job %s (%s), attempt %s", lease.id, lease.kind, lease.attempt)
            self._give_back(lease, f"{type(error).__name__}: {error}")
        return True

    def _give_back(self, lease: Lease, error: str) -> None:
        try:
            ledger.fail(lease, error)
        except ledger.LeaseLost:
            log.warning("job %s (%s) was taken over", lease.id, lease.kind)


@contextmanager
def _beating(lease: Lease) -> Iterator[None]:
    """Extend the lease from a thread of its own for as long as the work takes."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(ledger.LEASE.total_seconds() / BEATS):
            ledger.extend(lease)
        connection.close()

    thread = threading.Thread(target=beat, name=f"beat-{lease.id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
