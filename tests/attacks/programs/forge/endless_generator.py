"""Where a value is due, a generator that never ends and an iterator that pretends to have a length."""

# stop: ok

import itertools


class Long:
    def __len__(self):
        return 1 << 62

    def __iter__(self):
        return itertools.count()


def attack():
    return [itertools.count(), Long(), (n for n in itertools.count())]
