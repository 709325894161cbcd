"""What the kernel tells of other processes besides signals: scheduling, robust lists, sessions, capabilities."""

# stop: ok SV
# machine: x86_64

import ctypes
import os

import world

CALLS = {
    "getsched": 145,
    "getparam": 143,
    "session": 124,
    "group": 121,
    "priority": 140,
    "ioprio": 252,
    "interval": 148,
}


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    room = ctypes.create_string_buffer(256)
    for pid in {world.supervisor, world.zygote, os.getppid()} - {0, os.getpid()}:
        for name, number in CALLS.items():
            words = (0, pid) if name == "priority" else (1, pid) if name == "ioprio" else (pid, room)
            if libc.syscall(number, *words) >= 0:
                return f"BROKE: {name}"
        for number, *words in (
            (274, pid, room, room),
            (125, (ctypes.c_uint32 * 2)(0x20080522, pid), room),
            (434, pid, 0),
        ):
            if libc.syscall(number, *words) >= 0:
                return f"BROKE: call {number}"
    return "held"
