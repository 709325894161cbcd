"""A frame that announces four gigabytes."""
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
    os.write(channel(), b"\xff" * 8 + b"x" * 100)
    return 1
