"""An object that claims to equal whatever it is compared with."""


class Yes:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


def attack():
    return Yes()
