from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from greenroom.jobs import ledger, services
from greenroom.jobs.models import Job
from greenroom.record.models import Candidate
from greenroom.record.services import append_event
from tests.jobs.conftest import Register

pytestmark = pytest.mark.django_db
LATER = timezone.now() + timedelta(days=1)


@pytest.fixture
def job(register: Register) -> Job:
    register("add", lambda lease: None)
    return services.enqueue(kind="add", payload={"n": 1})


def test_one_of_two_workers_gets_the_job(job: Job) -> None:
    lease = ledger.claim(worker="a", kinds=["add"])
    assert lease
    assert (lease.id, lease.attempt, lease.payload) == (job.pk, 1, {"n": 1})
    assert ledger.claim(worker="b", kinds=["add"]) is None


def test_the_oldest_comes_first_and_only_known_kinds(job: Job) -> None:
    services.enqueue(kind="add", payload={"n": 2})
    assert ledger.claim(worker="a", kinds=["other"]) is None
    first, second = (ledger.claim(worker="a", kinds=["add"]) for _ in range(2))
    assert first
    assert second
    assert (first.payload["n"], second.payload["n"]) == (1, 2)


def test_a_rung_for_job_is_taken_only_while_it_waits(job: Job) -> None:
    services.enqueue(kind="add", payload={"n": 2})
    assert ledger.claim(worker="a", kinds=["add"], only=job.pk)
    assert ledger.claim(worker="a", kinds=["add"], only=job.pk) is None


def test_a_lost_lease_can_do_nothing_any_more(job: Job, ada: Candidate) -> None:
    old = ledger.claim(worker="a", kinds=["add"])
    assert old
    assert ledger.reap(kinds=["add"], now=LATER) == [job.pk]
    new = ledger.claim(worker="a", kinds=["add"])
    assert new
    assert not ledger.extend(old)
    with pytest.raises(ledger.LeaseLost):
        ledger.finish(old, lambda: append_event(candidate=ada, stream="s", kind="judged"))
    with pytest.raises(ledger.LeaseLost):
        ledger.fail(old, "too late")
    assert not ada.events.exists()
    ledger.finish(new, lambda: append_event(candidate=ada, stream="s", kind="judged"))
    assert ada.events.count() == 1


def test_a_beating_worker_keeps_its_job(job: Job) -> None:
    lease = ledger.claim(worker="a", kinds=["add"])
    assert lease
    assert ledger.extend(lease, now=LATER)
    assert ledger.reap(kinds=["add"], now=LATER) == []


def test_an_effect_that_fails_leaves_the_job_open(job: Job) -> None:
    lease = ledger.claim(worker="a", kinds=["add"])
    assert lease

    def broken() -> None:
        raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        ledger.finish(lease, broken)
    job.refresh_from_db()
    assert job.state == Job.State.LEASED


@pytest.mark.parametrize("ending", ["error", "silence"])
def test_a_job_that_never_ends_well_fails_once_and_says_so(ending: str, register: Register) -> None:
    told: list[str] = []
    register("hard", lambda lease: None, lambda lease, error: told.append(error))
    job = services.enqueue(kind="hard", payload={})
    for _ in range(ledger.MOST_ATTEMPTS):
        assert told == []
        lease = ledger.claim(worker="a", kinds=["hard"])
        assert lease
        if ending == "error":
            ledger.fail(lease, "boom")
        else:
            ledger.reap(kinds=["hard"], now=LATER)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert told == [job.error]
    assert ledger.claim(worker="a", kinds=["hard"]) is None


def test_only_what_ended_long_ago_is_forgotten(job: Job) -> None:
    for n in (2, 3):
        services.enqueue(kind="add", payload={"n": n})
        lease = ledger.claim(worker="a", kinds=["add"])
        assert lease
        ledger.finish(lease)
    first = Job.objects.filter(state=Job.State.DONE).earliest("id")
    Job.objects.filter(pk=first.pk).update(finished_at=LATER - timedelta(days=30))
    assert ledger.forget(before=LATER - timedelta(days=8)) == 1
    assert sorted(Job.objects.values_list("state", flat=True)) == ["done", "queued"]


def test_what_is_in_the_background_waits_for_its_own_worker_and_is_done_one_at_a_time(job: Job) -> None:
    slow = [services.enqueue(kind="add", payload={}, background=True).pk for _ in range(2)]
    assert [lease and lease.id for lease in (ledger.claim(worker="a", kinds=["add"]) for _ in range(2))] == [
        job.pk,
        None,
    ]
    first = ledger.claim(worker="b", kinds=["add"], background=True)
    assert first
    assert first.id == slow[0]
    assert ledger.claim(worker="c", kinds=["add"], background=True) is None
    assert ledger.claim(worker="c", kinds=["add"], only=slow[1]) is None
    assert ledger.next_in_background() is None
    ledger.finish(first)
    assert ledger.next_in_background() == slow[1]
    assert ledger.claim(worker="c", kinds=["add"], background=True)


def test_the_database_itself_refuses_two_in_the_background(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        services.enqueue(kind="add", payload={}, background=True)
    monkeypatch.setattr(ledger, "_background_at_work", lambda: False)
    assert ledger.claim(worker="a", kinds=["add"], background=True)
    assert ledger.claim(worker="b", kinds=["add"], background=True) is None
    assert Job.objects.filter(background=True, state=Job.State.LEASED).count() == 1


def test_somebody_waits_only_for_what_is_not_in_the_background(job: Job) -> None:
    services.enqueue(kind="add", payload={}, background=True)
    assert ledger.claim(worker="a", kinds=["add"], background=True)
    assert not services.busy()
    assert ledger.claim(worker="a", kinds=["add"])
    assert services.busy()


def test_an_unfinished_job_is_found_by_what_it_is_about(job: Job, ada: Candidate) -> None:
    mine = services.enqueue(kind="add", payload={"n": 2}, candidate=ada)
    assert services.unfinished(kind="add", payload={"n": 2}, candidate=ada) == mine
    assert services.unfinished(kind="add", payload={"n": 1}, candidate=ada) is None
    Job.objects.filter(pk=mine.pk).update(state=Job.State.DONE)
    assert services.unfinished(kind="add", payload={"n": 2}, candidate=ada) is None
