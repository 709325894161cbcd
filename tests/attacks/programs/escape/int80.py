"""32-bit system calls by machine code."""
# stop: SV
# machine: x86_64

import ctypes
import mmap


def attack():
    page = mmap.mmap(-1, 4096, prot=7)
    page.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20 (getpid); int 0x80; ret
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return f"BROKE: {ctypes.CFUNCTYPE(ctypes.c_int)(address)()}"
