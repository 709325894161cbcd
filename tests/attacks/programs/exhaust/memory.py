"""Three gigabytes, a piece at a time."""
# stop: MLE


def attack():
    hoard = []
    while True:
        hoard.append(bytearray(8 << 20))
