"""Whatever an inherited descriptor leads to."""

import os
import stat


def attack():
    for fd in range(64):
        try:
            mode = os.fstat(fd).st_mode
        except OSError:
            continue
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            return f"BROKE: descriptor {fd} is a file or a folder"
    return "held"
