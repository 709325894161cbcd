"""Frames up the stack and every object the collector knows, searched for an expected value."""
# cpu: 10
# wall: 40

import gc
import hashlib
import sys

import world


def secret(thing):
    return type(thing) is str and len(thing) == 32 and hashlib.sha256(thing.encode()).hexdigest() == world.secret_sha256


def attack():
    frame = sys._getframe().f_back
    pool = []
    while frame is not None:
        pool += [*frame.f_locals.values(), *frame.f_globals.values()]
        frame = frame.f_back
    gc.unfreeze()
    for thing in [*pool, *gc.get_objects()]:
        inside = gc.get_referents(thing)
        if secret(thing) or any(map(secret, inside)):
            return "BROKE: the expected value is here"
    return "held"
