"""A datagram pair, from which one can send to any address."""

import socket


def attack():
    try:
        socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    except OSError:
        return "held"
    return "BROKE: datagrams"
