"""A message queue that outlives the process."""

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.msgget(4321, 0o1666) >= 0 or libc.syscall(240, b"greenroom", 0o102, 0o666, 0) >= 0:
        return "BROKE: a queue"
    return "held"
