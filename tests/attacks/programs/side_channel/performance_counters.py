"""Hardware counters, which see other processes."""
# stop: SV
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: counting" if libc.syscall(298, 0, 0, -1, -1, 0) >= 0 else "held"
