"""A lock on a file that other submissions can see."""

import fcntl
import os


def attack():
    with open(os.__file__, "rb") as file:
        for call in (
            lambda: fcntl.flock(file, fcntl.LOCK_SH),
            lambda: fcntl.lockf(file, fcntl.LOCK_SH),
            lambda: fcntl.fcntl(file, 1024, 0),
        ):
            try:
                call()
            except OSError:
                continue
            return "BROKE: locked a shared file"
    return "held"
