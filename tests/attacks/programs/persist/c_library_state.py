"""State below Python: the C library's environment, random numbers, locale and hooks."""

# stop: ok
# times: 2

import ctypes


def attack():
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    if libc.getenv(b"PLANTED"):
        return "BROKE: found what an earlier submission planted"
    libc.setenv(b"PLANTED", b"1", 1)
    libc.srand(7)
    libc.on_exit(ctypes.CFUNCTYPE(None)(lambda: None), None)
    ctypes.pythonapi.Py_SetRecursionLimit(50_000)
    return "held"
