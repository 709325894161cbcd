"""Run as root, become an ordinary user, then exec the command given: `python drop.py UID PATHS_JSON COMMAND…`.

Folders on the way to a needed path that an ordinary user cannot enter (an interpreter under /root) are replaced, in a private
mount namespace, by empty ones that hold the needed paths alone. Run as a script with `-S -P`: it imports nothing of ours.
"""

from __future__ import annotations

import ctypes
import json
import os
import stat
import sys
from pathlib import Path

_OPEN_TREE, _MOVE_MOUNT = 428, 429
_CLONE_RECURSIVE = 1 | 0x8000 | os.O_CLOEXEC
_MOVE_FROM_FD = 4
_NEW_MOUNTS, _PRIVATE_RECURSIVE = 0x00020000, 16384 | 1 << 18

_libc = ctypes.CDLL(None, use_errno=True)


def _checked(result: int, what: str) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")
    return result


def closed_folder(path: Path) -> Path | None:
    """The first folder on the way to `path` that others may not enter."""
    for parent in reversed(path.parents):
        if not parent.stat().st_mode & stat.S_IXOTH:
            return parent
    return None


def _open_up(folder: Path, needed: list[Path]) -> None:
    trees = [
        (path, _checked(_libc.syscall(_OPEN_TREE, -100, str(path).encode(), _CLONE_RECURSIVE), f"open {path}"))
        for path in needed
    ]
    _checked(_libc.mount(b"none", str(folder).encode(), b"tmpfs", 0, b"mode=755"), f"mount on {folder}")
    for path, tree in trees:
        if stat.S_ISDIR(os.fstat(tree).st_mode):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        moved = _libc.syscall(_MOVE_MOUNT, tree, b"", -100, str(path).encode(), _MOVE_FROM_FD)
        _checked(moved, f"attach {path}")
        os.close(tree)


def main() -> None:
    """Open the way, drop to the uid, exec."""
    uid, needed = int(sys.argv[1]), [Path(path) for path in json.loads(sys.argv[2])]
    closed: dict[Path, list[Path]] = {}
    for path in needed:
        if folder := closed_folder(path):
            closed.setdefault(folder, []).append(path)
    if closed:
        _checked(_libc.unshare(_NEW_MOUNTS), "a private mount namespace")
        _checked(_libc.mount(b"none", b"/", None, _PRIVATE_RECURSIVE, None), "make mounts private")
    for folder, inside in closed.items():
        _open_up(folder, inside)
    os.chdir("/")
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    os.execv(sys.argv[3], sys.argv[3:])  # noqa: S606  # the command is ours


if __name__ == "__main__":
    main()
