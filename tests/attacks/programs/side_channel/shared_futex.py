"""A wake through a file that every submission has mapped."""
# machine: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


import mmap
import os


def attack():
    with open(os.__file__, "rb") as file:
        page = mmap.mmap(file.fileno(), 4096, mmap.MAP_SHARED, mmap.PROT_READ)
    libc.mmap.restype = ctypes.c_void_p
    with open(os.__file__, "rb") as file:
        address = libc.mmap(None, 4096, 1, 1, file.fileno(), 0)
    page.close()
    return "BROKE: woke others" if libc.syscall(202, ctypes.c_void_p(address), 1, 1, None, None, 0) >= 0 else "held"
