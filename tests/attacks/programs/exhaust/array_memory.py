"""One array of a terabyte."""
# stop: MLE
# profile: np

import numpy as np


def attack():
    return np.ones(1 << 37)
