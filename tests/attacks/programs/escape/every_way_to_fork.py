"""Every door to a second process: vfork, forkpty, posix_spawn, multiprocessing, raw clone with odd flags."""

# stop: ok SV

import contextlib
import ctypes
import multiprocessing
import os
import pty


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    for flags in (0x4000 | 0x100 | 17, 0x10000000 | 17, 0x8000 | 17, 0x20000000 | 17, 17):
        pid = libc.syscall(56, flags, 0, 0, 0, 0)
        if pid == 0:
            os._exit(0)
        if pid > 0:
            return f"BROKE: clone {flags:#x}"
    doors = [pty.fork, os.forkpty, lambda: (os.posix_spawn("/bin/true", ["true"], {}),)]
    doors.append(lambda: (multiprocessing.get_context("fork").Process(target=print).start(), 1))
    for door in doors:
        with contextlib.suppress(OSError, AttributeError):
            door()
            return "BROKE: a process"
    return "held"
