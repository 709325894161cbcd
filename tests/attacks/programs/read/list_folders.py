"""The names in folders of the host."""

import os

import world


def attack():
    for folder in ("/", "/home", "/root", "/proc", "/etc", "/tmp", world.folder):
        try:
            found = os.listdir(folder)
        except OSError:
            continue
        if folder != "/" or world.folder.split("/")[1] in found:
            return f"BROKE: listed {folder}"
    return "held"
