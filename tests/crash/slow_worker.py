"""A worker process whose job says that it began and then waits for a file. Arguments: the folder it talks through."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.utils import timezone  # noqa: E402

from greenroom.jobs import Effect, Lease, handler, ledger  # noqa: E402
from greenroom.jobs.pool import Pool  # noqa: E402
from greenroom.record.models import Candidate  # noqa: E402
from greenroom.record.services import append_attempt  # noqa: E402

FOLDER = Path(sys.argv[1])


@handler("weigh")
def judge(lease: Lease) -> Effect:
    (FOLDER / f"began-{lease.attempt}").touch()
    while not (FOLDER / "go").exists():
        time.sleep(0.02)
    candidate = Candidate.objects.get(pk=lease.candidate_id or 0)
    return lambda: append_attempt(
        candidate=candidate, item="coding/knn", version="1", kind="submit", started_at=timezone.now(), score=1.0
    )


if __name__ == "__main__":
    ledger.LEASE = timedelta(seconds=1)
    pool = Pool(1)
    pool.start()
    sys.stdin.read()
    pool.stop()
