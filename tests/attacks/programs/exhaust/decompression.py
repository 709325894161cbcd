"""A few kilobytes that unpack into gigabytes."""

# stop: MLE RE ok TLE
# cpu: 0.5
# wall: 3

import zlib


def attack():
    packer = zlib.compressobj(9)
    part = b"\0" * (1 << 20)
    packed = b"".join([packer.compress(part) for _ in range(1024)]) + packer.flush()
    return len(zlib.decompress(packed))
