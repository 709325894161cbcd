"""Limits, processors and input priorities of the judge's own processes."""

# stop: ok SV

import contextlib
import ctypes
import os
import resource

import world


def attack():
    libc = ctypes.CDLL(None)
    for pid in (world.supervisor, world.zygote, os.getppid()):
        if pid in (0, os.getpid()):
            continue
        with contextlib.suppress(OSError):
            resource.prlimit(pid, resource.RLIMIT_CPU, (1, 1))
            return "BROKE: a limit"
        with contextlib.suppress(OSError):
            os.sched_setaffinity(pid, {0})
            return "BROKE: affinity"
        if libc.syscall(251, 1, pid, 3 << 13) == 0:
            return "BROKE: input priority"
    return "held"
