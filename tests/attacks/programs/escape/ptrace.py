"""Tracing another process."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.ptrace(16, 1, 0, 0) >= 0 else "held"
