"""Children that are started one by one instead of forked: tier C, where a fork is not safe, and tier E, which has no walls.

The same harness and the same frames; only birth and death differ. A child loads its libraries while it is parked.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Final

from greenroom.judge.nursery import Death
from greenroom.judge.profiles import PROFILES
from greenroom.judge.sandbox import launch
from greenroom.judge.session import JudgeError, Profile, Tier

_BOOT_SECONDS: Final = 120.0
_FILES: Final = 64
_MAXRSS_UNIT: Final = 1 if sys.platform != "darwin" else 1024


class SpawnedChild:
    """A process of its own. Its memory and, outside Linux, its CPU time are known when it has ended."""

    def __init__(self, profile: Profile, tier: Tier) -> None:
        self.channel, theirs = socket.socketpair()
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the child
        with theirs:
            started = launch.spawned(profile, tier, theirs.fileno())
            self._process = subprocess.Popen(  # noqa: S603  # our own command line
                started.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=(theirs.fileno(),),
                env=launch.ENVIRONMENT,
                start_new_session=True,
            )
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError), self._process.stdin as pipe:
            pipe.write(json.dumps(started.config).encode())
        self._death: Death | None = None
        self._last_cpu = 0.0

    def await_warm(self) -> None:
        """Wait until its libraries are loaded, so that no session pays for it. Raises JudgeError."""
        self.channel.settimeout(_BOOT_SECONDS)
        with contextlib.suppress(OSError):
            if self.channel.recv(1, socket.MSG_PEEK):
                return
        self.kill()
        self._errors.seek(0)
        said = self._errors.read()[-2000:].decode(errors="replace").strip()
        raise JudgeError(f"a judged process did not start: {said or 'it said nothing'}")

    def cpu(self) -> float:
        if sys.platform == "linux" and self._death is None:
            with contextlib.suppress(OSError):
                self._last_cpu = time.clock_gettime((~self._process.pid << 3) | 2)
        return self._last_cpu

    def peak_mb(self) -> float:
        return 0.0 if self._death is None else self._death.rss_kb / 1024

    def kill(self) -> None:
        if self._death is None:  # not Popen.kill, which would reap it and lose what it cost
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        self.kill()
        self.channel.close()
        self.gone(5.0)
        self._errors.close()

    def gone(self, timeout: float) -> bool:
        deadline = time.monotonic() + timeout
        while self._death is None:
            pid, status, usage = os.wait4(self._process.pid, os.WNOHANG)
            if pid:
                self._process.returncode = os.waitstatus_to_exitcode(status)
                self._death = Death(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // _MAXRSS_UNIT)
            elif time.monotonic() > deadline:
                return False
            else:
                time.sleep(0.002)
        return True

    def death(self, timeout: float) -> Death | None:
        return self._death if self.gone(timeout) else None


class SpawnNursery:
    """A thread that keeps a few children parked."""

    def __init__(self, profile: Profile, tier: Tier) -> None:
        self.pid = 0
        self._over = threading.Event()
        self._make = (profile, tier)
        self._parked: queue.Queue[SpawnedChild | JudgeError] = queue.Queue(PROFILES[profile].parked)
        threading.Thread(target=self._keep, name=f"judge-{profile}", daemon=True).start()

    @property
    def alive(self) -> bool:
        return not self._over.is_set()

    def take(self, timeout: float) -> SpawnedChild:
        """One parked child. Raises JudgeError when it cannot be started."""
        try:
            child = self._parked.get(timeout=timeout + _BOOT_SECONDS)
        except queue.Empty:
            raise JudgeError("no judged process was ready in time") from None
        if isinstance(child, JudgeError):
            raise child
        return child

    def close(self) -> None:
        """End all parked children."""
        self._over.set()
        while not self._parked.empty():
            if isinstance(child := self._parked.get(), SpawnedChild):
                child.close()

    def _keep(self) -> None:
        while not self._over.is_set():
            made: SpawnedChild | JudgeError
            try:
                made = SpawnedChild(*self._make)
                made.await_warm()
            except JudgeError as error:
                made = error
            self._parked.put(made)
            if self._over.is_set():
                self.close()


def main() -> None:
    """The child: read the configuration, load the libraries, limit itself, serve."""
    from greenroom.judge.child import Harness, lower, prepare

    config: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    prepare(config)
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    for kind, value in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_NOFILE, _FILES)):
        lower(kind, value)
    harness = Harness(config["channel"], _space())
    harness.take_over()
    harness.rehearse()
    harness.channel.say(k="ready")
    harness.serve()


def _space() -> int:
    """Address space in use, in bytes; where the kernel does not tell, more than any limit."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return 1 << 40
