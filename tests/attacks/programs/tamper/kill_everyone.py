"""Every process it may signal, killed."""

import os
import signal

import world


def attack():
    for target in (-1, 1, 0, os.getppid(), world.supervisor, world.zygote):
        for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM):
            try:
                os.kill(target, number)
            except OSError:
                continue
            return f"BROKE: signalled {target}"
    return "held"
