"""A connection to a server on this machine."""

import socket

import world


def attack():
    try:
        socket.create_connection(("127.0.0.1", world.port), timeout=0.5)
    except OSError:
        return "held"
    return "BROKE: connected"
