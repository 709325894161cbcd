"""Processes without end."""

import os


def attack():
    born = 0
    for _ in range(10_000):
        try:
            os.fork()
        except OSError:
            continue
        born += 1
    return f"BROKE: {born} processes" if born else "held"
