"""The machine's free space and its changes, a channel between all who can use up or see some."""

# stop: ok SV

import contextlib
import os


def attack():
    for path in ("/", "/tmp", "/dev/shm", os.path.dirname(os.__file__)):
        with contextlib.suppress(OSError):
            return f"BROKE: {os.statvfs(path).f_bfree} blocks are free"
    with contextlib.suppress(OSError):
        return f"BROKE: {os.fstatvfs(0).f_bfree} blocks are free"
    return "held"
