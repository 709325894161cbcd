"""Doorbells: how a worker learns at once that there is work. A ring may be lost; the ledger is looked at anyway."""

from __future__ import annotations

import threading
from typing import Protocol

from django.conf import settings
from django_tasks import task

from greenroom.jobs import ledger
from greenroom.jobs.worker import Worker


class Doorbell(Protocol):
    """Rung after the job's row is committed."""

    def ring(self, job_id: int) -> None: ...


class LocalBell:
    """Wakes this process's worker threads; the way of solo mode, where a job starts within about a millisecond."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._rung = 0

    def ring(self, job_id: int = 0) -> None:
        with self._condition:
            self._rung += 1
            self._condition.notify_all()

    def wait(self, seen: int, timeout: float) -> int:
        """Sleep until it has rung since `seen` was returned, or for `timeout` seconds. Returns the new count."""
        with self._condition:
            self._condition.wait_for(lambda: self._rung != seen, timeout)
            return self._rung


class TaskBell:
    """Rings through django-tasks: the message is the job's id, and any of its backends may deliver it, Celery's too."""

    def ring(self, job_id: int) -> None:
        do_job.enqueue(job_id)


@task()
def do_job(job_id: int) -> None:
    """Do one job of the ledger, unless somebody has it already. One in the background is refused while another is being
    done, so whoever has done a job rings for the next of those."""
    if Worker().run_once(only=job_id) and (waiting := ledger.next_in_background()):
        TaskBell().ring(waiting)


local = LocalBell()


def ring(job_id: int) -> None:
    """Ring this process's threads and, where GREENROOM_TASKS_BACKEND names one, the engine."""
    bells: list[Doorbell] = [local]
    if getattr(settings, "TASKS", None):
        bells.append(TaskBell())
    for each in bells:
        each.ring(job_id)
