"""A ring that makes system calls nobody filters."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.syscall(425, 8, 0) >= 0 else "held"
