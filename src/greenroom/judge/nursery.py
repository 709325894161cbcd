"""Children and the zygote that bears them, as the supervisor sees them: parked ones wait, dead ones are accounted for."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import resource
import select
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from greenroom.judge.profiles import PROFILES
from greenroom.judge.sandbox import launch
from greenroom.judge.session import JudgeError, Profile, Tier

_BOOT_SECONDS = 120.0
_REAP_SECONDS = 5.0
_PAGE = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Death:
    """How a child ended: the wait status, CPU seconds of its whole life, peak resident KiB."""

    status: int
    cpu_s: float
    rss_kb: int


class Child(Protocol):
    """A parked, walled-in, single-use process and the socket that leads to it."""

    channel: socket.socket

    def cpu(self) -> float:
        """CPU seconds so far."""

    def peak_mb(self) -> float:
        """Peak resident memory so far in MiB, above what it was born with."""

    def kill(self) -> None: ...
    def close(self) -> None:
        """Kill it and let go of its descriptors."""

    def gone(self, timeout: float) -> bool:
        """Whether the process ended within `timeout` seconds."""

    def death(self, timeout: float) -> Death | None:
        """How it ended; None when it is still alive after `timeout` seconds, or when nobody is left to tell."""


class Nursery(Protocol):
    """Where children of one profile come from. `pid` is its process's, 0 when it has none."""

    pid: int

    @property
    def alive(self) -> bool: ...
    def take(self, timeout: float) -> Child | None:
        """One parked child; None when the nursery is dead."""

    def close(self) -> None: ...


class ForkedChild:
    """A zygote's child, reached through its socket and its pidfd. `succeed` asks for a successor; it is called once."""

    def __init__(self, channel: socket.socket, pidfd: int, succeed: Callable[[], None]) -> None:
        self.channel = channel
        self.pidfd = pidfd
        self._succeed: Callable[[], None] | None = succeed
        self.pid = _pid_of(pidfd)
        self._death: queue.SimpleQueue[Death | None] = queue.SimpleQueue()
        self._resident = _resident_mb(self.pid)
        self._last_cpu = 0.0

    def cpu(self) -> float:
        with contextlib.suppress(OSError):
            self._last_cpu = time.clock_gettime((~self.pid << 3) | 2)
        return self._last_cpu

    def peak_mb(self) -> float:
        with contextlib.suppress(OSError):
            _, _, peak = Path(f"/proc/{self.pid}/status").read_bytes().partition(b"VmHWM:")
            if peak:
                return max(0.0, int(peak.split(None, 1)[0]) / 1024 - self._resident)
        return 0.0

    def succeed(self) -> None:
        """Ask for the child that takes this one's place, unless that was done."""
        if (ask := self._succeed) is not None:
            self._succeed = None
            ask()

    def kill(self) -> None:
        with contextlib.suppress(OSError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def close(self) -> None:
        self.kill()
        self.succeed()
        self.channel.close()
        pidfd, self.pidfd = self.pidfd, -1
        if pidfd >= 0:
            os.close(pidfd)

    def bury(self, death: Death | None) -> None:
        """Called once by the nursery: how it ended, or None when the zygote went first."""
        self._death.put(death)

    def death(self, timeout: float) -> Death | None:
        try:
            return self._death.get(timeout=timeout)
        except queue.Empty:
            return None

    def gone(self, timeout: float) -> bool:
        return bool(select.select([self.pidfd], [], [], timeout)[0])


def _resident_mb(pid: int) -> float:
    with contextlib.suppress(OSError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 2**20
    return 0.0


def _pid_of(pidfd: int) -> int:
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        if line.startswith("Pid:"):
            return int(line.split()[1])
    raise JudgeError("the kernel does not tell a pidfd's process: the judge needs Linux 5.4 or later")


class ZygoteNursery:
    """One running zygote and a thread that listens to it. Children are asked for ahead of time."""

    def __init__(self, profile: Profile, tier: Tier) -> None:
        self.profile = profile
        self._parked: queue.SimpleQueue[ForkedChild | None] = queue.SimpleQueue()
        self._living: dict[int, ForkedChild] = {}
        self._over = threading.Event()
        self._swept = threading.Event()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the nursery
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = self._start(launch.zygote(profile, tier, theirs.fileno()), theirs.fileno())
        self._pidfd = self._await_ready()
        self.pid = _pid_of(self._pidfd)
        self._control.send(b"f" * PROFILES[profile].parked)
        threading.Thread(target=self._listen, name=f"judge-{profile}", daemon=True).start()

    @property
    def alive(self) -> bool:
        return not self._over.is_set()

    def take(self, timeout: float) -> ForkedChild | None:
        """One parked child. A successor is asked for when it closes, so that no fork competes with a submission; at once when
        nobody else waits."""
        try:
            child = self._parked.get(timeout=timeout)
        except queue.Empty:
            raise JudgeError(f"no child of the profile {self.profile} was ready within {timeout:g} s") from None
        if child is None:
            self._parked.put(None)
        elif self._parked.empty():
            child.succeed()
        return child

    def _ask(self) -> None:
        with contextlib.suppress(OSError):
            self._control.send(b"f")

    def close(self) -> None:
        """End the zygote and every child."""
        with contextlib.suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        self._swept.wait(2 * _REAP_SECONDS)

    def _start(self, started: launch.Launch, control: int) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603  # our own command line
            started.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            pass_fds=(control,),
            env=launch.ENVIRONMENT,
            start_new_session=True,
        )
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError), process.stdin as pipe:
            pipe.write(json.dumps(started.config).encode())
        return process

    def _await_ready(self) -> int:
        self._control.settimeout(_BOOT_SECONDS)
        try:
            message, fds, _, _ = socket.recv_fds(self._control, 1 << 12, 1)
        except TimeoutError:
            self._process.kill()
            message, fds = b"", []
        if not message:
            self._process.wait()
            self._errors.seek(0)
            said = self._errors.read()[-2000:].decode(errors="replace").strip()
            raise JudgeError(f"the judge's {self.profile} process did not start: {said or 'it said nothing'}")
        self._control.settimeout(None)
        return fds[0]

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                message, fds, _, _ = socket.recv_fds(self._control, 1 << 12, 2)
                if not message:
                    break
                self._hear(json.loads(message), fds)
        self._over.set()
        for child in self._living.values():
            child.bury(None)
            child.kill()
        while not self._parked.empty():
            if (waiting := self._parked.get()) is not None:
                waiting.close()
        self._parked.put(None)
        self._reap()
        os.close(self._pidfd)
        self._control.close()
        self._errors.close()
        self._swept.set()

    def _reap(self) -> None:
        """The zygote has gone; what started it follows at once, or is made to."""
        try:
            self._process.wait(_REAP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _hear(self, message: dict[str, Any], fds: list[int]) -> None:
        if message["k"] == "born":
            child = ForkedChild(socket.socket(fileno=fds[0]), fds[1], self._ask)
            self._living[message["id"]] = child
            self._parked.put(child)
        elif message["k"] == "dead":
            self._living.pop(message["id"]).bury(Death(message["status"], message["cpu"], message["rss"]))
