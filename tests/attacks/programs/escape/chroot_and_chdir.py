"""Another root or another working folder."""
# stop: SV

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


import os


def attack():
    try:
        os.chdir("..")
        os.chdir("/tmp")
        return "BROKE: changed the working folder"
    except OSError:
        pass
    return "BROKE: chroot" if libc.chroot(b"/") == 0 else "held"
