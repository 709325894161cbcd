"""Hooks that end the process at every audited event and every call."""

# stop: ok RE

import sys
import threading


def refuse(*_):
    raise SystemExit(0)


def attack():
    sys.addaudithook(refuse)
    threading.setprofile(refuse)
    sys.setprofile(refuse)
    return 1
