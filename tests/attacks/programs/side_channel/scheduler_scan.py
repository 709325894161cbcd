"""Which processes exist, by asking the scheduler about each."""

import os


def attack():
    for pid in range(1, 3000):
        for ask in (os.sched_getaffinity, os.sched_getscheduler, os.sched_getparam, os.getsid, os.getpgid):
            try:
                ask(pid)
            except PermissionError:
                continue
            except ProcessLookupError:
                return "BROKE: absence is told apart from refusal"
            return f"BROKE: saw {pid}"
    return "held"
