"""The warm parent of a profile's children: loads the libraries once, then forks children that wall themselves in and wait.

It never sees a submission: a child's own socket, made before the fork, carries everything. One thread, always: a fork of a
process whose OpenMP threads have run hangs, so the count is checked before each fork.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import select
import socket
import sys
from pathlib import Path
from typing import Any

from greenroom.judge.child import Harness, lower, practise, prepare
from greenroom.judge.sandbox import landlock, linux

_FILES = 64


class Zygote:
    """Serves a control socket: `f` asks for one more child; its end ends everything."""

    def __init__(self, control: socket.socket, config: dict[str, Any]) -> None:
        self.control = control
        self.namespaces: bool = config["namespaces"]
        self.filter = bytes.fromhex(config["filter"])
        self.processes: int = config["processes"]
        self.rules = landlock.ruleset(config["readable"], config["landlock"]) if config["landlock"] else None
        self.pids = os.open("/proc/self/ns/pid", os.O_RDONLY) if self.namespaces else -1
        self.children: dict[int, tuple[int, int]] = {}
        self.born = 0
        self.space = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()

    def serve(self) -> None:
        """Fork on demand and report each death with its cost, until the supervisor hangs up."""
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        while True:
            for fd, _ in poll.poll():
                if fd != self.control.fileno():
                    poll.unregister(fd)
                    self._bury(fd)
                    continue
                asked = self.control.recv(64)
                if not asked:
                    return
                for _ in asked:
                    poll.register(self._bear(), select.POLLIN)

    def _bear(self) -> int:
        if (count := linux.threads()) != 1:
            raise RuntimeError(f"the zygote has {count} threads: a library started some, and a fork would hang")
        ours, theirs = socket.socketpair()
        if self.namespaces:
            linux.setns(self.pids, linux.NEW_PIDS)
            linux.unshare(linux.NEW_PIDS)
        pid = os.fork()
        if pid == 0:
            self._become_child(theirs.detach())
        pidfd = os.pidfd_open(pid)
        self.born += 1
        self.children[pidfd] = (self.born, pid)
        message = json.dumps({"k": "born", "id": self.born}).encode()
        socket.send_fds(self.control, [message], [ours.fileno(), pidfd])
        ours.close()
        theirs.close()
        return pidfd

    def _bury(self, pidfd: int) -> None:
        number, pid = self.children.pop(pidfd)
        os.close(pidfd)
        _, status, usage = os.wait4(pid, 0)
        cpu = usage.ru_utime + usage.ru_stime
        self.control.send(
            json.dumps({"k": "dead", "id": number, "status": status, "cpu": cpu, "rss": usage.ru_maxrss}).encode()
        )

    def _become_child(self, channel: int) -> None:
        try:
            harness = Harness(channel, self.space)
            try:
                self._wall_in(channel)
            except OSError as error:
                harness.channel.say(k="broken", message=str(error))
            else:
                harness.take_over()
                harness.rehearse()
                harness.channel.say(k="ready")
                harness.serve()
        finally:
            os._exit(1)

    def _wall_in(self, channel: int) -> None:
        if self.namespaces:
            linux.unshare(linux.NEW_MOUNTS | linux.NEW_IPC)
            linux.mount("none", "/", None, linux.MOUNT_RECURSIVE | linux.MOUNT_PRIVATE)
            flags = linux.MOUNT_READ_ONLY | linux.MOUNT_NO_SUID | linux.MOUNT_NO_DEV | linux.MOUNT_NO_EXEC
            linux.mount("none", "/proc", "tmpfs", flags)
        own_null = os.open(os.devnull, os.O_RDWR)  # an inherited one would share its flags with every other child
        for fd in (0, 1, 2):
            os.dup2(own_null, fd)
        linux.no_new_privileges()
        if self.rules is not None:
            landlock.enforce(self.rules)
        os.closerange(3, channel)
        os.closerange(channel + 1, 1 << 16)
        for kind, value in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_MEMLOCK, 0),
            (resource.RLIMIT_MSGQUEUE, 0),
            (resource.RLIMIT_NOFILE, _FILES),
            (resource.RLIMIT_NPROC, self.processes),
        ):
            lower(kind, value)
        linux.drop_capabilities()
        linux.die_with_parent()
        linux.install_filter(self.filter)


def main() -> None:
    """Read the configuration from standard input, report readiness on the control socket, serve."""
    config = json.loads(sys.stdin.buffer.read())
    control = socket.socket(fileno=config["control"])
    Path("/proc/self/oom_score_adj").write_text("800")
    prepare(config)
    practise()
    gc.collect()
    linux.trim_heap()
    gc.freeze()
    zygote = Zygote(control, config)
    socket.send_fds(control, [b'{"k": "ready"}'], [os.pidfd_open(os.getpid())])
    zygote.serve()


if __name__ == "__main__":
    main()
