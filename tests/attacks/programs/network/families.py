"""A socket of any family."""

import socket


def attack():
    for family in range(1, 46):
        for kind in (1, 2, 3, 5):
            try:
                socket.socket(family, kind)
            except OSError:
                continue
            return f"BROKE: family {family} kind {kind}"
    return "held"
