"""A forged end of the run, without the number that proves it."""
# stop: PE

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
    text = b'{"k":"out","n":0,"outs":[[1,null,null,""]]}'
    end = b'{"k":"end","n":0}'
    for part in (text, end):
        os.write(channel(), len(part).to_bytes(4, "little") + bytes(4) + part)
    os._exit(0)
