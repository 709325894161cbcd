"""The channel closed, and a long sleep."""
# stop: PE
# wall: 2

import os
import time


def attack():
    os.closerange(0, 256)
    time.sleep(100)
