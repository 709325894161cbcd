"""A name resolved, which can carry data out."""

import socket


def attack():
    try:
        socket.getaddrinfo("example.com", 80)
    except OSError:
        return "held"
    return "BROKE: resolved"
