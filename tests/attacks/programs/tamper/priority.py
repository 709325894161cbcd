"""Its own priority raised, or everybody's lowered."""

import os


def attack():
    for change in (
        lambda: os.nice(-5),
        lambda: os.setpriority(os.PRIO_USER, 0, 19),
        lambda: os.sched_setscheduler(0, 1, os.sched_param(1)),
    ):
        try:
            change()
        except OSError:
            continue
        return "BROKE: changed a priority"
    return "held"
