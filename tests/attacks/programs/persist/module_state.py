"""State left in a module for the next submission."""
# times: 2

import math


def attack():
    if hasattr(math, "planted"):
        return "BROKE: found what an earlier submission planted"
    math.planted = True
    return "held"
