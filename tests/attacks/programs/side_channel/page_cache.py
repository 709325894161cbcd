"""What others have read, by the state of the page cache; and evicting it."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


import os


def attack():
    libc.mmap.restype = ctypes.c_void_p
    with open(os.__file__, "rb") as file:
        address = ctypes.c_void_p(libc.mmap(None, 4096, 1, 1, file.fileno(), 0))
        seen = ctypes.create_string_buffer(1)
        if libc.mincore(address, 4096, seen) >= 0:
            return "BROKE: mincore"
        if libc.posix_fadvise(file.fileno(), 0, 0, 4) == 0:
            return "BROKE: fadvise"
    for advice in (12, 20, 21):
        if libc.madvise(address, 4096, advice) >= 0:
            return f"BROKE: madvise {advice}"
    return "held"
