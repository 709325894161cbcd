"""The channel replaced by a pipe."""
# stop: PE RE TLE
# wall: 1

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
    ours, theirs = os.pipe()
    os.dup2(theirs, channel())
    return 1
