"""A program for the kernel."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.syscall(321, 0, 0, 0) >= 0 else "held"
