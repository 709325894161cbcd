"""Any order of claims, heartbeats, deaths, ends and passing time: each job's effect is written exactly once or never."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from greenroom.jobs import ledger, registry
from greenroom.jobs.models import Job
from greenroom.jobs.registry import Handler, Lease

KIND = "machine"
workers = st.sampled_from(["a", "b", "c"])


class Leases(RuleBasedStateMachine):
    """The model: which lease is the newest of each job, when it ends, and what was written."""

    leases = Bundle("leases")

    @initialize()
    def start(self) -> None:
        Job.objects.all().delete()
        self.now = datetime(2026, 1, 1, tzinfo=UTC)
        self.newest: dict[int, tuple[Lease, datetime]] = {}
        self.written: list[int] = []
        self.gave_up: list[int] = []
        registry._handlers[KIND] = Handler(lambda lease: None, lambda lease, error: self.gave_up.append(lease.id))

    def teardown(self) -> None:
        registry._handlers.pop(KIND, None)

    @rule()
    def enqueue(self) -> None:
        Job.objects.create(kind=KIND, payload={})

    @rule(target=leases, worker=workers)
    def claim(self, worker: str) -> object:
        waiting = Job.objects.filter(state="queued").exists()
        lease = ledger.claim(worker=worker, kinds=[KIND], now=self.now)
        assert bool(lease) == waiting
        if lease is None:
            return multiple()
        assert lease.id not in self.newest
        self.newest[lease.id] = (lease, self.now + ledger.LEASE)
        return lease

    @rule(lease=leases)
    def beat(self, lease: Lease) -> None:
        assert ledger.extend(lease, now=self.now) == self._holds(lease)
        if self._holds(lease):
            self.newest[lease.id] = (lease, self.now + ledger.LEASE)

    @rule(lease=consumes(leases))
    def finish(self, lease: Lease) -> None:
        holds = self._holds(lease)
        try:
            ledger.finish(lease, partial(self.written.append, lease.id))
        except ledger.LeaseLost:
            assert not holds
        else:
            assert holds
            del self.newest[lease.id]

    @rule(lease=consumes(leases))
    def fail(self, lease: Lease) -> None:
        holds = self._holds(lease)
        try:
            ledger.fail(lease, "boom")
        except ledger.LeaseLost:
            assert not holds
        else:
            assert holds
            del self.newest[lease.id]

    @rule(lease=consumes(leases))
    def die(self, lease: Lease) -> None:
        """Nothing happens, which is what a killed worker does."""

    @rule(seconds=st.integers(1, 30))
    def wait_and_reap(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        expired = {pk for pk, (_, until) in self.newest.items() if until < self.now}
        again = ledger.reap(kinds=[KIND], now=self.now)
        spent = {pk for pk in expired if self.newest[pk][0].attempt >= ledger.MOST_ATTEMPTS}
        assert set(again) == expired - spent
        for pk in expired:
            del self.newest[pk]

    @invariant()
    def the_ledger_is_sound(self) -> None:
        if not hasattr(self, "now"):
            return
        states = dict(Job.objects.values_list("id", "state"))
        assert {pk for pk, state in states.items() if state == "leased"} == set(self.newest)
        assert sorted(self.written) == sorted(pk for pk, state in states.items() if state == "done")
        assert sorted(self.gave_up) == sorted(pk for pk, state in states.items() if state == "failed")

    def _holds(self, lease: Lease) -> bool:
        return self.newest.get(lease.id, (None,))[0] == lease


@pytest.mark.django_db
def test_leases() -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Leases,
        settings=settings(
            max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
