"""A thread that goes on writing answers after the real one is given."""

# stop: ok PE

import contextlib
import os
import struct
import threading

TEXT = b'{"k":"out","n":0,"outs":[["forged",null,null,""]]}'


def write_for_ever():
    while True:
        for fd in range(3, 16):
            with contextlib.suppress(OSError):
                os.write(fd, struct.pack("<II", len(TEXT), 0) + TEXT)


def attack():
    threading.Timer(0.001, write_for_ever).start()
    return "real"
