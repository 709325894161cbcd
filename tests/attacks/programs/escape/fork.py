"""A second process."""

import os


def attack():
    for name in ("fork", "forkpty"):
        try:
            pid = getattr(os, name)()
        except OSError:
            continue
        return f"BROKE: {name} {pid}"
    return "held"
