"""A pipe for kernel notifications, once a way to become root."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    fds = (ctypes.c_int * 2)()
    return "BROKE: allowed" if libc.pipe2(fds, 0x80) >= 0 else "held"
