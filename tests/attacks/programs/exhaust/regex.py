"""A regular expression that backtracks for ever inside C."""
# stop: TLE
# cpu: 0.3

import re


def attack():
    return bool(re.match(r"(a+)+$", "a" * 60 + "b"))
