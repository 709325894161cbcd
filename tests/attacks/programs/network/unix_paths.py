"""Services of the host that listen on paths: containers, buses, displays, logs."""

# stop: ok SV

import contextlib
import socket

PATHS = ("/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/tmp/.X11-unix/X0", "/dev/log")


def attack():
    for path in (*PATHS, "\0/tmp/.X11-unix/X0", "\0/tmp/dbus"):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
            with contextlib.suppress(OSError):
                socket.socket(socket.AF_UNIX, kind).connect(path)
                return f"BROKE: connected to {path}"
    return "held"
