"""A forged answer written to every descriptor there might be, and then the real one."""

# stop: PE

import contextlib
import os
import struct


def attack():
    text = b'{"k":"out","n":0,"outs":[["forged",null,null,""]]}'
    for fd in range(1024):
        with contextlib.suppress(OSError):
            os.write(fd, struct.pack("<II", len(text), 0) + text)
    return "real"
