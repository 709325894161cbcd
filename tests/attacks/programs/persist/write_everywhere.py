"""A file, a link, a folder, a time or an attribute left anywhere at all."""

# stop: ok SV
# times: 2

import contextlib
import os
import tempfile

import world

PLACES = (
    "/",
    "/tmp",
    "/var/tmp",
    "/dev/shm",
    "/dev",
    "/proc",
    "/run",
    "/box",
    "/home",
    "/nonexistent",
    ".",
    world.folder,
)


def attack():
    for place in (*PLACES, os.path.dirname(os.__file__)):
        acts = [
            lambda p: os.mkdir(p),
            lambda p: os.symlink("a", p),
            lambda p: os.link(os.__file__, p),
            lambda p: os.mkfifo(p),
            lambda p: os.close(os.open(p, os.O_CREAT | os.O_WRONLY)),
            lambda p: os.close(os.open(os.path.dirname(p), getattr(os, "O_TMPFILE", 0) | os.O_RDWR)),
            lambda p: os.utime(os.path.dirname(p)),
            lambda p: os.chmod(os.path.dirname(p), 0o777),
            lambda p: os.setxattr(os.path.dirname(p), "user.planted", b"1"),
            lambda p: os.rename(os.path.dirname(p), p),
        ]
        for number, act in enumerate(acts):
            with contextlib.suppress(OSError):
                act(f"{place}/planted")
                return f"BROKE: act {number} in {place}"
    with contextlib.suppress(OSError):
        tempfile.TemporaryFile()
        return "BROKE: a temporary file"
    return "held"
