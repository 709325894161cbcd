"""A shell command."""

import os
import subprocess

import world


def attack():
    out = []
    for call in (
        lambda: os.system(f"touch {world.folder}/escaped"),
        lambda: subprocess.run(["/bin/sh", "-c", f"touch {world.folder}/escaped"]),
        lambda: os.execv("/bin/sh", ["sh", "-c", f"touch {world.folder}/escaped"]),
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
    ):
        try:
            code = call()
        except OSError as error:
            out.append(error.errno)
        else:
            out.append(code)
    return "BROKE: a program started" if 0 in out else "held"
