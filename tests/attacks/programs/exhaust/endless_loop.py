"""A loop that never ends."""
# stop: TLE
# cpu: 0.3


def attack():
    while True:
        pass
