"""A descriptor passed over the channel to the supervisor."""

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


import socket


def attack():
    try:
        end = socket.socket(fileno=os.dup(channel()))
        ours, _ = socket.socketpair()
        socket.send_fds(end, [b"x"], [ours.fileno()])
    except OSError:
        return "held"
    return "BROKE: sent a descriptor"
