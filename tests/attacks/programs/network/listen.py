"""A port that listens."""

import socket


def attack():
    try:
        socket.create_server(("0.0.0.0", 0))
    except OSError:
        return "held"
    return "BROKE: listening"
