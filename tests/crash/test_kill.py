"""kill -9 at the worst moment: nothing is lost, nothing is written twice."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from greenroom.jobs import services
from greenroom.jobs.models import Job
from greenroom.record.models import Attempt, Candidate, ItemState
from greenroom.record.services import append_event
from tests.serving import environment, serve

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 60.0
_pause = threading.Event()


def _until(true: Callable[[], bool]) -> None:
    for _ in range(int(PATIENCE / 0.05)):
        if true():
            return
        _pause.wait(0.05)
    raise TimeoutError("it did not happen")


@contextmanager
def _worker(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.slow_worker", str(folder)], stdin=subprocess.PIPE, env=environment(folder)
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def test_a_job_whose_worker_is_killed_is_done_by_another_and_once(tmp_path: Path, ada: Candidate) -> None:
    job = services.enqueue(kind="weigh", payload={}, candidate=ada)
    with _worker(tmp_path) as first:
        _until((tmp_path / "began-1").exists)
        first.kill()
        first.wait()
    assert Job.objects.get().state == Job.State.LEASED
    assert not Attempt.objects.exists()
    (tmp_path / "go").touch()
    with _worker(tmp_path):
        _until((tmp_path / "began-2").exists)
        _until(lambda: Job.objects.filter(pk=job.pk, state=Job.State.DONE).exists())
    assert Attempt.objects.count() == 1
    assert ItemState.objects.get().status == "solved"
    job.refresh_from_db()
    assert job.attempt >= 2


def test_a_killed_server_has_lost_nothing_that_it_acknowledged(tmp_path: Path, ada: Candidate) -> None:
    with serve(tmp_path) as server:
        assert server.client.get("healthz").is_success
        kept = append_event(candidate=ada, stream="sitting/1", kind="typed", payload={"code": "x = 1"})
        server.process.kill()
        server.process.wait()
    with serve(tmp_path) as server, server.client.stream("GET", "live/sitting/1") as response:
        assert f"id: {kept.pk}" in next(line for line in response.iter_lines() if line.startswith("id"))
