"""Arrays over memory that is not theirs: wild pointers, strides beyond the buffer, a shape that lies."""

# profile: np
# stop: ok RE PE

import numpy as np
from numpy.lib.stride_tricks import as_strided


class Wild:
    def __init__(self, address):
        self.__array_interface__ = {"shape": (64,), "typestr": "<u8", "data": (address, False), "version": 3}


def attack():
    beyond = as_strided(np.zeros(4), shape=(1 << 16,), strides=(1 << 12,))
    return [np.asarray(Wild(id(None))), beyond, np.asarray(Wild(0x1000))]
