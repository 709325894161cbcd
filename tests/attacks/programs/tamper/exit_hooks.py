"""Hooks that run when the interpreter ends."""

import atexit
import os

import world


def attack():
    atexit.register(lambda: os.system(f"touch {world.folder}/escaped"))
    raise SystemExit(0)
