"""The end's number read ahead in the harness's buffer, and a run ended with it before its answers are in."""

# stop: PE RE TLE ok
# wall: 2

import os
import re
import struct
import sys


def attack():
    frame = sys._getframe()
    while frame is not None and "self" not in frame.f_locals:
        frame = frame.f_back
    channel = frame.f_locals["self"].channel
    known = re.search(rb'"n":(\d+)}', bytes(channel.unread) + os.read(channel.fd, 1 << 16 if not channel.unread else 0))
    text = b'{"k":"end","n":%s}' % (known[1] if known else b"0")
    os.write(channel.fd, struct.pack("<II", len(text), 0) + text)
    return "late"
