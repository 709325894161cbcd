"""An array of objects, which only a pickle could carry."""
# profile: np

import numpy as np


def attack():
    return np.array([object(), lambda: 1], dtype=object)
