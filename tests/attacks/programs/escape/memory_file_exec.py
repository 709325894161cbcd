"""A program in a file that exists in memory only, started through its descriptor."""

# stop: ok SV

import contextlib
import ctypes
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    with contextlib.suppress(OSError):
        fd = os.memfd_create("program", 0)
        os.write(fd, b"#!/bin/sh\nid\n")
        return "BROKE: a writable file"
    arguments = (ctypes.c_char_p * 2)(b"python", None)
    null = os.open("/dev/null", os.O_RDONLY)
    for path, flags in ((b"/bin/sh", 0), (b"", 0x1000)):
        if libc.syscall(322, null, path, arguments, None, flags) >= 0:
            return "BROKE: started a program"
    return "held"
