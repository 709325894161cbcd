"""A timer that throws an exception into the harness every millisecond, from the answer on."""

# stop: ok RE PE TLE
# wall: 2

import signal


def throw(*_):
    raise KeyboardInterrupt


def attack():
    for number in range(1, 65):
        try:
            signal.signal(number, throw)
        except (OSError, ValueError):
            continue
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return list(range(1000))
