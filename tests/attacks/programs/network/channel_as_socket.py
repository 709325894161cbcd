"""The channel to the judge used as what it is, a socket: who is at the other end, and another address for it."""

# stop: ok PE SV

import contextlib
import socket


def attack():
    for fd in range(3, 64):
        with contextlib.suppress(OSError):
            channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fileno=fd)
            for option in (17, 31, 56, 59, 77):
                with contextlib.suppress(OSError):
                    return f"BROKE: the peer is {channel.getsockopt(socket.SOL_SOCKET, option, 12)!r}"
            with contextlib.suppress(OSError):
                return f"BROKE: {channel.getpeername()!r}"
            with contextlib.suppress(OSError):
                channel.sendto(b"", b"\0somewhere")
                return "BROKE: sent elsewhere"
            channel.detach()
    return "held"
