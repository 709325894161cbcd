"""An abstract socket, shared by everyone on the machine."""

import socket


def attack():
    try:
        end = socket.socket(socket.AF_UNIX)
        end.bind("\0greenroom")
    except OSError:
        return "held"
    return "BROKE: bound"
