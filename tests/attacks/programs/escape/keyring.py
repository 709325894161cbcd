"""The kernel's key store."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.syscall(250, 0, -3, 0, 0, 0) >= 0 else "held"
