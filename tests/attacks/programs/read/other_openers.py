"""A host's file through every opener that is not `open`: the importer, the loader, archives, mmap, the parser, sqlite."""

# stop: ok

import ctypes
import io
import linecache
import os
import runpy
import sys
import tarfile
import tokenize
import zipimport

import world


def attack():
    path = world.secret_file
    libc = ctypes.CDLL(None)
    tries = [
        lambda: io.FileIO(path).read(),
        lambda: io.open_code(path).read(),
        lambda: linecache.getlines(path),
        lambda: tokenize.open(path).read(),
        lambda: runpy.run_path(path),
        lambda: tarfile.open(path),
        lambda: zipimport.zipimporter(path),
        lambda: os.posix_spawn("/bin/cat", ["cat", path], {}),
        lambda: os.readlink(path),
        lambda: os.getxattr(path, "user.a"),
        lambda: libc.fopen(path.encode(), b"r") or sys.exit(),
        lambda: os.listdir(os.path.dirname(path)) and "listed",
    ]
    for number, one in enumerate(tries):
        try:
            got = one()
        except SyntaxError as error:
            return f"BROKE: the parser read {error.text}"
        except (OSError, ImportError, SystemExit, tarfile.TarError):
            continue
        if got:
            return f"BROKE: way {number}"
    return "held"
