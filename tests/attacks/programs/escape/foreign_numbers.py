"""System calls by the numbers of x32, which a careless filter does not know."""
# stop: SV
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.syscall(0x40000000 + 39) >= 0 else "held"
