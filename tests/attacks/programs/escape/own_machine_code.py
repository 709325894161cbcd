"""System calls by machine code of its own, past every wrapper: socket, openat for writing, fork."""

# machine: x86_64
# stop: ok

import ctypes
import mmap

CODE = bytes.fromhex("4889f84889f74889d64889ca4d89c24d89c80f05c3")


def attack():
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(CODE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    call = ctypes.CFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * 6)(address)
    path = ctypes.create_string_buffer(b"/planted")
    if call(39, 0, 0, 0, 0, 0) <= 0:
        return "BROKE: the code does not run, so nothing is tested"
    for number, *words in (
        (41, 2, 1, 0),
        (257, -100, ctypes.addressof(path), 0o101, 0o600),
        (57, 0, 0, 0),
        (58, 0, 0, 0),
    ):
        if call(number, *words, *[0] * (5 - len(words))) >= 0:
            return f"BROKE: call {number}"
    return "held"
