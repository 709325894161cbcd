"""Exit with success before any answer."""

import sys


def attack():
    sys.exit(0)
