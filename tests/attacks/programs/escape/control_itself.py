"""Everything that prctl could loosen: dumping, tracing, death with the parent, the memory map, the filter."""

# stop: ok SV

import ctypes

LOOSEN = {"dumpable": (4, 1), "tracer": (0x59616D61, 2**64 - 1), "reaper": (36, 1), "orphan": (1, 0), "map": (35, 1, 0)}
LOOSEN |= {
    "capability": (47, 2, 21),
    "keep": (8, 1),
    "securebits": (28, 0),
    "no filter": (22, 0),
    "core": (62, 0, 0, 1),
}


def attack():
    prctl = ctypes.CDLL(None).prctl
    for name, words in LOOSEN.items():
        padded = [ctypes.c_ulong(word) for word in (*words, 0, 0, 0, 0)[:5]]
        if prctl(*padded) == 0:
            return f"BROKE: {name}"
    return "held"
