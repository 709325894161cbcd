"""Work in the collector's callbacks, in finalisers and in the hooks that run at the end."""

# stop: TLE
# cpu: 0.4
# wall: 3

import atexit
import gc
import weakref


def burn(*_):
    while True:
        pass


class Thing:
    __del__ = burn


def attack():
    atexit.register(burn)
    gc.callbacks.append(burn)
    gc.set_threshold(1)
    thing = Thing()
    weakref.finalize(thing, burn)
    return [[] for _ in range(1000)]
