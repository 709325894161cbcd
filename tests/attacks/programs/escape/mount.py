"""A mount."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: allowed" if libc.mount(b"none", b"/", b"tmpfs", 0, 0) >= 0 else "held"
