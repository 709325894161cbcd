"""A flag left on an inherited descriptor, which the next submission would find."""
# times: 3

import fcntl
import os

LEFT = os.O_APPEND | os.O_NONBLOCK


def attack():
    flags = [fcntl.fcntl(fd, fcntl.F_GETFL) for fd in (0, 1, 2)]
    if any(value & LEFT for value in flags):
        return "BROKE: found what an earlier submission left"
    for fd in (0, 1, 2):
        fcntl.fcntl(fd, fcntl.F_SETFL, flags[fd] | LEFT)
    return "held"
