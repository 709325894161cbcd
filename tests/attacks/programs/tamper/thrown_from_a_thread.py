"""A thread that throws exceptions into the main thread for ever, to break the harness's own steps."""

# stop: ok RE PE TLE
# wall: 2

import ctypes
import threading


def throw(target):
    while True:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(target), ctypes.py_object(SystemExit))


def attack():
    threading.Thread(target=throw, args=(threading.get_ident(),), daemon=True).start()
    return list(range(100_000))
