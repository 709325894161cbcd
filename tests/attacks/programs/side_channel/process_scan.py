"""Which processes exist, by signalling each number."""

import os


def attack():
    for pid in range(1, 3000):
        try:
            os.kill(pid, 0)
        except PermissionError:
            continue
        except ProcessLookupError:
            return "BROKE: absence is told apart from refusal"
        return f"BROKE: saw {pid}"
    return "held"
