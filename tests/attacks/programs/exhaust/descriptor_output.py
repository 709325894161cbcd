"""Megabytes written past the captured streams."""
# stop: ok

import os


def attack():
    for _ in range(200):
        for fd in (1, 2):
            os.write(fd, b"x" * (1 << 20))
    return "held"
