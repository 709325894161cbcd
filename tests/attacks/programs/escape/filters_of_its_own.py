"""A second filter that hands calls to a listener, and file handles instead of paths."""

# stop: ok SV

import ctypes


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    program = ctypes.create_string_buffer(b"\x06\0\0\0\0\0\xff\x7f")
    header = (ctypes.c_uint64 * 2)(1, ctypes.addressof(program))
    if libc.syscall(317, 1, 1 << 3, header) >= 0:
        return "BROKE: a listener"
    handle = (ctypes.c_uint32 * 64)(128, 0)
    if libc.syscall(303, -100, b"/", handle, ctypes.byref(ctypes.c_int()), 0) >= 0:
        return "BROKE: a handle"
    return "held"
