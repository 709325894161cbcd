"""The CPU time of other processes, by the clock that each of them has."""

import time

import world


def attack():
    for pid in (1, 2, world.supervisor, world.zygote):
        try:
            time.clock_gettime((~pid << 3) | 2)
        except OSError as error:
            if error.errno == 1:
                continue
            return "BROKE: absence is told apart from refusal"
        return f"BROKE: read the clock of {pid}"
    return "held"
