"""Landlock: what a process may open, kept by the kernel even from its owner. A ruleset is built once a zygote; each child
only enforces it. Source: Documentation/userspace-api/landlock.rst."""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from greenroom.judge.sandbox.linux import syscall

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_BIND_AND_CONNECT = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3
_SIZES = {1: 8, 2: 8, 3: 8, 4: 16, 5: 16}


def abi() -> int:
    """The kernel's Landlock version; 0 when it has none or it is switched off."""
    try:
        return syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1))
    except OSError:
        return 0


def _allow(ruleset: int, path: str, rights: int) -> None:
    fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rights = rights if stat.S_ISDIR(os.fstat(fd).st_mode) else rights & ~_READ_DIR
        rule = struct.pack("<Qi", rights, fd)
        syscall(_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint32(0))
    finally:
        os.close(fd)


def ruleset(readable: Iterable[str], version: int) -> int:
    """A descriptor of rules: reading below `readable` (which exist), writing to /dev/null, nothing else: no file made or
    changed, no program started, no TCP, and on ABI 6 no signal and no abstract socket beyond the process itself."""
    attributes = struct.pack(
        "<QQQ", (1 << _FILE_RIGHTS.get(version, 16)) - 1, _BIND_AND_CONNECT, _ABSTRACT_SOCKETS_AND_SIGNALS
    )
    size = _SIZES.get(version, 24)
    rules = syscall(_CREATE, attributes, ctypes.c_size_t(size), ctypes.c_uint32(0))
    for path in readable:
        _allow(rules, path, _READ_FILE | _READ_DIR)
    _allow(rules, os.devnull, _READ_FILE | _WRITE_FILE)
    return rules


def enforce(rules: int) -> None:
    """Restrict this thread and all it starts, for good. Needs no_new_privileges()."""
    syscall(_RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0))
