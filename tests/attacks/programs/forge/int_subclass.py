"""A subclass of int whose comparisons always succeed."""


class Yes(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


def attack():
    return Yes(1)
