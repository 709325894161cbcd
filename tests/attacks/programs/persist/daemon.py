"""A process that stays behind."""

import os
import time


def attack():
    try:
        if os.fork() == 0:
            os.setsid()
            time.sleep(1000)
    except OSError:
        return "held"
    return "BROKE: forked"
