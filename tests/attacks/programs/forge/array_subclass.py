"""A subclass of ndarray whose comparisons always succeed."""
# profile: np

import numpy as np


class Yes(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)


def attack():
    return np.zeros(3).view(Yes)
