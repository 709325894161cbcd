"""Watching files for what others do."""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack():
    return "BROKE: watching" if libc.inotify_init() >= 0 else "held"
