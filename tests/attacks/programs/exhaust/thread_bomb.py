"""Threads without end."""
# stop: ok TLE MLE RE

import threading
import time


def attack():
    threading.stack_size(64 << 10)
    count = 0
    try:
        for _ in range(20_000):
            threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
            count += 1
    except (RuntimeError, MemoryError):
        pass
    return f"BROKE: {count} threads" if count > 2000 else "held"
