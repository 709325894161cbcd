"""The harness's own encoder replaced by one that says what the program likes."""
# stop: PE

import sys


def attack():
    wire = sys.modules["greenroom.judge.wire"]
    wire.Encoder.value = lambda self, value, depth=0: {"a": ["|O8", [1]]}
    return 1
