"""A plain dict and a plain set whose members change their hash and equality between one look and the next."""

# stop: ok


class Key:
    looks = 0

    def __hash__(self):
        Key.looks += 1
        return Key.looks

    def __eq__(self, other):
        return Key.looks % 2 == 0


def attack():
    return {Key(): 1, Key(): 2}, {Key(), Key()}
