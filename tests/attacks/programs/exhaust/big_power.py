"""A power with more digits than there are atoms, inside C."""
# stop: TLE MLE
# cpu: 0.4


def attack():
    return (10**10**9) % 7
