"""Limits that the kernel counts a user, not a process: pipe pages, watches, queued signals, messages."""

# stop: ok SV
# machine: x86_64

import contextlib
import ctypes
import fcntl
import os


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    ours, _ = os.pipe()
    with contextlib.suppress(OSError):
        fcntl.fcntl(ours, 1031, 1 << 20)
        return "BROKE: pipe pages"
    event = ctypes.create_string_buffer(64)
    for name, number, words in (
        ("watches", 294, (0,)),
        ("timers", 222, (1, event, event)),
        ("signals", 129, (os.getpid(), 40, event)),
        ("locked memory", 149, (event, 4096)),
        ("messages", 240, (b"planted", 0o102, 0o600, None)),
    ):
        if libc.syscall(number, *words) >= 0:
            return f"BROKE: {name}"
    return "held"
