"""Uptime, load and free memory of the machine."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: told" if libc.sysinfo(ctypes.create_string_buffer(256)) >= 0 else "held"
