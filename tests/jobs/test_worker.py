from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.test import override_settings

from greenroom.jobs import ledger, registry, services
from greenroom.jobs.models import Job
from greenroom.jobs.pool import Pool, reap_and_ring
from greenroom.jobs.registry import Effect, Lease
from greenroom.jobs.worker import Worker
from greenroom.record.models import Candidate
from greenroom.record.services import append_event
from tests.jobs.conftest import Register

PATIENCE = 30.0
"""Seconds after which something that should happen at once is taken for never."""


def _judged(lease: Lease) -> Effect:
    candidate = Candidate.objects.get(pk=lease.candidate_id or 0)
    return lambda: append_event(candidate=candidate, stream="s", kind="judged", payload=lease.payload)


@pytest.mark.django_db(transaction=True)
def test_a_worker_does_a_job_and_writes_its_effect(register: Register, ada: Candidate) -> None:
    register("weigh", _judged)
    job = services.enqueue(kind="weigh", payload={"n": 7}, candidate=ada)
    worker = Worker()
    assert worker.run_once()
    assert not worker.run_once()
    job.refresh_from_db()
    assert (job.state, [e.payload for e in ada.events.all()]) == (Job.State.DONE, [{"n": 7}])


@pytest.mark.django_db(transaction=True)
def test_an_error_queues_the_job_again_and_keeps_the_message(register: Register) -> None:
    def broken(lease: Lease) -> None:
        raise ZeroDivisionError("by n")

    register("weigh", broken)
    job = services.enqueue(kind="weigh", payload={})
    Worker().run_once()
    job.refresh_from_db()
    assert (job.state, job.error) == (Job.State.QUEUED, "ZeroDivisionError: by n")


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_lost_its_lease_writes_nothing(register: Register, ada: Candidate) -> None:
    def overtaken(lease: Lease) -> Effect:
        Job.objects.update(worker="another", attempt=2)
        return _judged(lease)

    register("weigh", overtaken)
    services.enqueue(kind="weigh", payload={}, candidate=ada)
    Worker().run_once()
    assert not ada.events.exists()
    assert Job.objects.get().state == Job.State.LEASED


@pytest.mark.django_db(transaction=True)
def test_long_work_keeps_its_lease(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "LEASE", timedelta(seconds=0.2))
    pause = threading.Event()

    def long(lease: Lease) -> None:
        first = Job.objects.get(pk=lease.id).until
        for _ in range(int(PATIENCE / 0.05)):
            if Job.objects.filter(pk=lease.id, until__gt=first).exists():
                return
            pause.wait(0.05)
        raise TimeoutError("no heartbeat came")

    register("long", long)
    job = services.enqueue(kind="long", payload={})
    Worker().run_once()
    job.refresh_from_db()
    assert job.state == Job.State.DONE


@pytest.mark.django_db(transaction=True)
def test_a_pool_starts_at_the_ring_and_a_reaped_job_rings(register: Register, ada: Candidate) -> None:
    done = threading.Semaphore(0)

    def work(lease: Lease) -> Effect:
        return done.release

    register("work", work)
    lost = services.enqueue(kind="work", payload={})
    Job.objects.update(state="leased", worker="dead", attempt=1, until="2020-01-01T00:00Z")
    pool = Pool(2)
    pool.start()
    try:
        services.enqueue(kind="work", payload={})
        for _ in range(2):
            assert done.acquire(timeout=PATIENCE)
    finally:
        pool.stop()
    lost.refresh_from_db()
    assert lost.attempt == 2
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


@pytest.mark.django_db(transaction=True)
def test_background_work_delays_no_other_job(register: Register) -> None:
    begun, over = threading.Event(), threading.Event()
    done = threading.Semaphore(0)

    def slow(lease: Lease) -> None:
        begun.set()
        assert over.wait(PATIENCE)

    def work(lease: Lease) -> Effect:
        return done.release

    register("slow", slow)
    register("work", work)
    for _ in range(2):
        services.enqueue(kind="slow", payload={}, background=True)
    pool = Pool(1)
    pool.start()
    try:
        assert begun.wait(PATIENCE)
        services.enqueue(kind="work", payload={})
        assert done.acquire(timeout=PATIENCE)
        assert sorted(Job.objects.filter(kind="slow").values_list("state", flat=True)) == ["leased", "queued"]
    finally:
        over.set()
        pool.stop()


@pytest.mark.django_db(transaction=True)
@override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}})
def test_a_background_job_that_was_refused_is_rung_for_again(register: Register) -> None:
    def slow(lease: Lease) -> None:
        if lease.payload["n"] == 1:
            services.enqueue(kind="slow", payload={"n": 2}, background=True)

    register("slow", slow)
    services.enqueue(kind="slow", payload={"n": 1}, background=True)
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


@pytest.mark.django_db(transaction=True)
@override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}})
def test_the_engine_behind_django_tasks_delivers_the_job(register: Register, ada: Candidate) -> None:
    register("weigh", _judged)
    job = services.enqueue(kind="weigh", payload={"n": 1}, candidate=ada)
    job.refresh_from_db()
    assert job.state == Job.State.DONE
    assert not reap_and_ring()


@pytest.mark.django_db
def test_a_kind_has_one_handler(register: Register) -> None:
    register("weigh", lambda lease: None)
    with pytest.raises(ValueError, match="already"):
        register("weigh", lambda lease: None)
    assert "weigh" in registry.kinds()
