"""A crash inside C."""
# stop: RE

import ctypes


def attack():
    ctypes.string_at(0)
