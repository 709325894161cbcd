"""An abort."""
# stop: RE

import os


def attack():
    os.abort()
