"""An anonymous file, to be passed on."""

import os


def attack():
    try:
        os.memfd_create("greenroom")
    except OSError:
        return "held"
    return "BROKE: a file"
