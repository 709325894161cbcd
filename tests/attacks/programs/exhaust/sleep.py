"""Sleeping past the wall clock limit."""
# stop: TLE
# wall: 0.5

import time


def attack():
    time.sleep(1000)
