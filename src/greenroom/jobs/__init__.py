"""Work that outlives a request: a ledger with leases, a doorbell that says there is work, and live events.

A room registers what it can do and asks for it to be done:

    @handler("judge")
    def judge(lease: Lease) -> Effect | None: ...

    services.enqueue(kind="judge", payload={"submission": 7}, candidate=candidate)
"""

from __future__ import annotations

from greenroom.jobs.registry import Effect, Lease, handler

__all__ = ["Effect", "Lease", "handler"]
