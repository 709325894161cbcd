"""The functions that the harness uses replaced under it: type, len, isinstance, the import system."""

# stop: ok PE RE

import builtins
import importlib
import os
import struct


def attack():
    builtins.type = lambda *_: str
    builtins.len = lambda _: 4
    builtins.isinstance = lambda *_: True
    importlib.import_module = lambda *_: None
    os.write = lambda fd, data: 1
    struct.Struct.pack = None if hasattr(struct.Struct, "planted") else struct.Struct.pack
    return [1, 2, 3]
