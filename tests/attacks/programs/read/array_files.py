"""Files of the host through NumPy's own readers, which open them in C."""

# profile: np
# stop: ok

import contextlib

import numpy as np
import world


def attack():
    readers = [
        lambda path: np.fromfile(path, "u1").tobytes(),
        lambda path: np.memmap(path, "u1", "r").tobytes(),
        lambda path: repr(np.load(path, allow_pickle=True)),
        lambda path: repr(np.loadtxt(path, str)),
        lambda path: repr(np.genfromtxt(path, str)),
        lambda path: repr(np.lib.npyio.DataSource(None).open(path).read()),
    ]
    for path in (world.secret_file, "/etc/passwd", "/proc/self/maps", "/proc/self/environ"):
        for reader in readers:
            with contextlib.suppress(OSError, ValueError):
                if reader(path):
                    return f"BROKE: read {path}"
    return "held"
