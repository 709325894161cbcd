"""Descriptors without end."""

import os


def attack():
    count = 0
    try:
        while True:
            os.pipe()
            count += 2
    except OSError:
        return f"BROKE: {count} descriptors" if count > 256 else "held"
