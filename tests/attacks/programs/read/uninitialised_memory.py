"""What fresh memory held before: arrays that nobody cleared, searched for the supervisor's secret."""

# profile: np
# stop: ok

import hashlib
import re

import numpy as np
import world

RUN = re.compile(rb"(?=([0-9a-f]{32}))")


def attack():
    kept = []
    for power in range(4, 23):
        for _ in range(4):
            kept.append(np.empty(1 << power, "u1"))
            for found in RUN.findall(kept[-1].tobytes()):
                if hashlib.sha256(found).hexdigest() == world.secret_sha256:
                    return "BROKE: the secret was left in memory"
    return "held"
