"""A user namespace of its own, to become its root."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.unshare(0x10000000) >= 0 else "held"
