"""An object that says it is a string, equal to every other."""

# stop: ok


class Spoof:
    __class__ = property(lambda self: str)

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __str__(self):
        return "anything you like"

    def __len__(self):
        return 32


def attack():
    return Spoof()
