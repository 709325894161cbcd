"""Memory errors swallowed and tried again."""
# stop: TLE MLE
# cpu: 0.5


def attack():
    hoard = []
    while True:
        try:
            hoard.append(bytearray(1 << 20))
        except MemoryError:
            pass
