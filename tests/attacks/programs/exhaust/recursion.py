"""The interpreter's stack, without its guard."""
# stop: RE MLE TLE ok

import sys


def attack():
    sys.setrecursionlimit(1 << 30)

    class Deep:
        def __repr__(self):
            return repr([self])

    return repr(Deep())
