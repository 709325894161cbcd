"""The interpreter's own objects overwritten: None, the type of integers, the running code."""

# stop: RE PE

import ctypes


def attack():
    for thing in (attack.__code__, int, None):
        ctypes.memset(id(thing), 0xFF, 64)
    return 1
