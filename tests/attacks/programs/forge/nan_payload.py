"""Messages in the unused bits of NaN, in scalars, arrays and packed lists."""

# profile: np
# stop: ok

import struct

import numpy as np


def attack():
    smuggled = struct.unpack("<d", struct.pack("<Q", 0x7FF8DEADBEEF0001))[0]
    return [smuggled] * 64, np.full(8, smuggled), np.array([0x7FC0BEEF], "<u4").view("<f4")
