"""Its own process killed as if from outside, to be judged again for ever."""

import os
import signal


def attack():
    for _ in range(3):
        try:
            os.kill(os.getpid(), signal.SIGKILL)
        except OSError:
            continue
    return "held"
