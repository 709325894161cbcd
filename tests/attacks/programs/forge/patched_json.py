"""The json module patched to emit another structure."""
# stop: PE

import sys


def attack():
    wire = sys.modules["greenroom.judge.wire"]
    wire._to_json = lambda header: '{"k": "out", "n": 0, "outs": []}'
    return 1
