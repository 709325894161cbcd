"""A descriptor stolen from another process."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.syscall(438, 3, 0, 0) >= 0 else "held"
