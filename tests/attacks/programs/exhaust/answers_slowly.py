"""An answer that is written one byte at a time, for ever."""
# stop: TLE
# wall: 0.5

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


import time


def attack():
    os.write(channel(), (1 << 20).to_bytes(4, "little") + bytes(4))
    while True:
        os.write(channel(), b"[")
        time.sleep(0.01)
