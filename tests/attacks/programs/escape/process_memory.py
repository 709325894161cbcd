"""Reading another process through the kernel."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.syscall(310, 1, 0, 0, 0, 0, 0) >= 0 else "held"
