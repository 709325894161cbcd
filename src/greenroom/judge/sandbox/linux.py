"""The few Linux calls that the walls are built from, through ctypes. Loaded before a zygote's first fork."""

from __future__ import annotations

import contextlib
import ctypes
import os
from pathlib import Path

NEW_MOUNTS, NEW_IPC, NEW_PIDS = 0x00020000, 0x08000000, 0x20000000
MOUNT_READ_ONLY, MOUNT_NO_SUID, MOUNT_NO_DEV, MOUNT_NO_EXEC = 1, 2, 4, 8
MOUNT_RECURSIVE, MOUNT_PRIVATE = 16384, 1 << 18

_SET_PDEATHSIG, _SET_DUMPABLE, _SET_SECCOMP, _SET_NO_NEW_PRIVS = 1, 4, 22, 38
_CAPABILITY_VERSION_3 = 0x20080522
_SIGKILL = 9

_libc = ctypes.CDLL(None, use_errno=True)
_SELF = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
_NOTHING = (ctypes.c_uint32 * 6)()


class _Filter(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("program", ctypes.c_void_p)]


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def syscall(number: int, *args: object) -> int:
    """A raw system call; raises OSError."""
    return _checked(_libc.syscall(ctypes.c_long(number), *args), f"syscall {number}")


def prctl(option: int, *values: object) -> None:
    """prctl(2) with its unused arguments zero."""
    words = [v if not isinstance(v, int) else ctypes.c_ulong(v) for v in values]
    _checked(_libc.prctl(option, *words, *[ctypes.c_ulong(0)] * (4 - len(words))), f"prctl {option}")


def unshare(flags: int) -> None:
    """Leave the named namespaces for new ones (the pid one takes effect for the next child)."""
    _checked(_libc.unshare(flags), "unshare")


def setns(fd: int, kind: int) -> None:
    """Enter a namespace (the pid one takes effect for the next child)."""
    _checked(_libc.setns(fd, kind), "setns")


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str = "") -> None:
    """mount(2)."""
    encoded = [None if text is None else text.encode() for text in (source, target, kind)]
    _checked(_libc.mount(*encoded, ctypes.c_ulong(flags), data.encode()), f"mount on {target}")


def no_new_privileges() -> None:
    """No later exec can gain anything: what Landlock and seccomp ask for first."""
    prctl(_SET_NO_NEW_PRIVS, 1)


def drop_capabilities() -> None:
    """Give up every capability, also those inside a user namespace."""
    _checked(_libc.capset(_SELF, _NOTHING), "capset")


def die_with_parent() -> None:
    """Be killed when the parent's thread ends; cleared by a change of credentials, so call it after."""
    prctl(_SET_PDEATHSIG, _SIGKILL)
    prctl(_SET_DUMPABLE, 0)


def install_filter(program: bytes) -> None:
    """Put a seccomp filter on this thread and all it starts. It cannot be taken off."""
    buffer = ctypes.create_string_buffer(program, len(program))
    prctl(_SET_SECCOMP, 2, ctypes.byref(_Filter(len(program) // 8, ctypes.addressof(buffer))))


def trim_heap() -> None:
    """Give free pages back: a fork copies the table entry of every page there is."""
    if hasattr(_libc, "malloc_trim"):
        _libc.malloc_trim(0)


def threads() -> int:
    """How many threads this process has."""
    return sum(1 for _ in Path("/proc/self/task").iterdir())


def tasks_of(uid: int) -> int:
    """How many threads a user runs, as far as /proc shows."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*/task"):
        with contextlib.suppress(OSError):
            total += entry.stat().st_nlink - 2 if entry.stat().st_uid == uid else 0
    return total
