"""The decimal digits of a number of millions of bits: one call in C that never looks at signals."""

# stop: TLE MLE
# cpu: 0.4
# wall: 3

import sys


def attack():
    sys.set_int_max_str_digits(0)
    return len(str(7 ** (1 << 23)))
