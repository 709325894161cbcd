"""The moves a job can make. Each is one compare-and-set, so any number of workers and reapers may race.

A lease is the pair (worker, attempt): whoever lost it can no longer extend, finish or fail the job.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from greenroom.jobs import registry
from greenroom.jobs.models import Job
from greenroom.jobs.registry import Effect, Lease

LEASE = timedelta(seconds=10)
"""How long a silent worker keeps a job. A living one beats several times within it."""
MOST_ATTEMPTS = 3
"""A job that was leased this often and not finished kills its workers: it fails."""


class LeaseLost(Exception):
    """The lease ran out and the job is someone else's now; what was worked out is dropped."""


def claim(
    *,
    worker: str,
    kinds: Sequence[str],
    now: datetime | None = None,
    only: int | None = None,
    background: bool = False,
) -> Lease | None:
    """Take the oldest queued job of these kinds, of those in the background or of the others (or the job `only`, if it is
    still queued). None too for a background job while another is being done."""
    now = now or timezone.now()
    queued = Job.objects.filter(state=Job.State.QUEUED, kind__in=kinds).order_by("id")
    wanted = queued.filter(background=background) if only is None else queued.filter(pk=only)
    while (job := wanted.first()) and not (job.background and _background_at_work()):
        try:
            taken = _take(job, worker, now)
        except IntegrityError:
            return None
        if taken:
            return Lease(job.pk, job.kind, job.payload, job.candidate_id, worker, job.attempt + 1)
    return None


def _background_at_work() -> bool:
    """A look before the leap: the constraint alone decides between two that claim at once."""
    return Job.objects.filter(background=True, state=Job.State.LEASED).exists()


def next_in_background() -> int | None:
    """The id of the oldest background job that waits, unless one is being done."""
    queued = Job.objects.filter(background=True, state=Job.State.QUEUED).order_by("id")
    return None if _background_at_work() else queued.values_list("id", flat=True).first()


def _take(job: Job, worker: str, now: datetime) -> bool:
    with transaction.atomic():
        found = Job.objects.filter(pk=job.pk, state=Job.State.QUEUED, attempt=job.attempt)
        return bool(found.update(state=Job.State.LEASED, worker=worker, until=now + LEASE, attempt=F("attempt") + 1))


def extend(lease: Lease, *, now: datetime | None = None) -> bool:
    """Heartbeat: keep the lease for another LEASE. False when it is lost."""
    return bool(_held(lease).update(until=(now or timezone.now()) + LEASE))


def finish(lease: Lease, effect: Effect | None = None) -> None:
    """End the job and write its effect, both or neither.

    Raises:
        LeaseLost: nothing was written.
    """
    with transaction.atomic():
        _close(lease, Job.State.DONE, "")
        if effect:
            effect()


def fail(lease: Lease, error: str) -> None:
    """Give the job back after an error; for good when it has had MOST_ATTEMPTS.

    Raises:
        LeaseLost: the job is someone else's already.
    """
    if lease.attempt >= MOST_ATTEMPTS:
        with transaction.atomic():
            _close(lease, Job.State.FAILED, error)
            registry.lookup(lease.kind).gave_up(lease, error)
    elif not _held(lease).update(state=Job.State.QUEUED, worker="", until=None, error=error):
        raise LeaseLost(lease)


def reap(*, kinds: Sequence[str], now: datetime | None = None) -> list[int]:
    """Give back the jobs whose workers went silent. Returns the ids of those that are queued again."""
    now = now or timezone.now()
    again = []
    for job in Job.objects.filter(state=Job.State.LEASED, until__lt=now, kind__in=kinds).order_by("id"):
        lease = _lease(job)
        if job.attempt >= MOST_ATTEMPTS:
            _give_up_expired(lease, now)
        elif _held(lease).filter(until__lt=now).update(state=Job.State.QUEUED, worker="", until=None):
            again.append(job.pk)
    return again


def forget(*, before: datetime) -> int:
    """Delete jobs that ended before then: what came of them stands in the record."""
    ended = Job.objects.filter(state__in=[Job.State.DONE, Job.State.FAILED], finished_at__lt=before)
    return ended.delete()[0]


def _give_up_expired(lease: Lease, now: datetime) -> None:
    error = f"its worker stopped {lease.attempt} times"
    with transaction.atomic():
        if _held(lease).filter(until__lt=now).update(state=Job.State.FAILED, error=error, finished_at=now):
            registry.lookup(lease.kind).gave_up(lease, error)


def _close(lease: Lease, state: Job.State, error: str) -> None:
    if not _held(lease).update(state=state, error=error, until=None, finished_at=timezone.now()):
        raise LeaseLost(lease)


def _lease(job: Job) -> Lease:
    return Lease(job.pk, job.kind, job.payload, job.candidate_id, job.worker, job.attempt)


def _held(lease: Lease) -> QuerySet[Job]:
    return Job.objects.filter(pk=lease.id, state=Job.State.LEASED, worker=lease.worker, attempt=lease.attempt)
