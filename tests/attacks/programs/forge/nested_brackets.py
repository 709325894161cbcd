"""Two megabytes of opening brackets as a header."""
# stop: OLE

import gc
import os
import sys


def channel():
    for thing in gc.get_objects():
        if type(thing).__name__ == "_Channel":
            return thing.fd
    frame = sys._getframe()
    while frame is not None:
        for value in frame.f_locals.values():
            if type(value).__name__ == "Harness":
                return value.channel.fd
        frame = frame.f_back
    return 3


def attack():
    text = b"[" * 2_000_000
    frame = len(text).to_bytes(4, "little") + bytes(4) + text
    while frame:
        frame = frame[os.write(channel(), frame) :]
    return 1
