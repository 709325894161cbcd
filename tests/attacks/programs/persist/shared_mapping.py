"""Bytes of a shared library changed in the page cache, for all who come after."""

# stop: ok
# times: 2

import ctypes
import mmap
import os
import re


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    folder = os.path.dirname(os.__file__)
    for path in (os.__file__, os.path.join(folder, "abc.py"), "/etc/ld.so.cache"):
        try:
            fd = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        start = libc.mmap(None, ctypes.c_size_t(4096), mmap.PROT_READ, mmap.MAP_SHARED, fd, ctypes.c_long(0))
        if start != 2**64 - 1 and libc.mprotect(ctypes.c_void_p(start), ctypes.c_size_t(4096), 3) == 0:
            return f"BROKE: {re.escape(path)} can be written"
        for flags in (os.O_RDWR, os.O_WRONLY, os.O_RDONLY | os.O_TRUNC):
            try:
                os.open(path, flags)
            except OSError:
                continue
            return f"BROKE: opened {path} for writing"
    return "held"
