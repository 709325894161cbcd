"""A process disguised as a thread, and new namespaces disguised as a thread."""
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    for flags in (0x00010000, 0x11, 0x00000100 | 0x11, 0x10000000 | 0x00010000 | 0x900, 0x20000000 | 0x11):
        if libc.syscall(56, flags, 0, 0, 0, 0) >= 0:
            return f"BROKE: clone {flags:#x}"
    return "held"
