"""The clocks that Python reads, turned back."""
# stop: TLE
# cpu: 0.3

import time


def attack():
    time.perf_counter = time.time = time.process_time = time.monotonic = lambda: 0.0
    end = 0
    while True:
        end += 1
