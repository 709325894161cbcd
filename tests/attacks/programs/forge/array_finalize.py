"""An array subclass that acts whenever the judge's encoder copies, views or converts it."""

# profile: np
# stop: ok

import numpy as np


class Acting(np.ndarray):
    def __array_finalize__(self, other):
        if other is not None and getattr(other, "armed", False):
            raise SystemExit("acted")

    def __reduce__(self):
        return exit, (0,)

    def tobytes(self, *args):
        return b"forged"


def attack():
    value = np.zeros(4).view(Acting)
    value.armed = True
    return value
