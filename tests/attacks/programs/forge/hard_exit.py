"""Leave the process with exit code zero."""
# stop: RE

import os


def attack():
    os._exit(0)
