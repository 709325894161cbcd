"""Shared memory that outlives the process."""

import ctypes
from multiprocessing import shared_memory


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        shared_memory.SharedMemory("greenroom", create=True, size=64)
    except OSError:
        pass
    else:
        return "BROKE: POSIX shared memory"
    return "BROKE: System V shared memory" if libc.shmget(1234, 4096, 0o1666) >= 0 else "held"
