"""Page faults handled by the program, a tool of kernel exploits."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.syscall(323, 0) >= 0 else "held"
