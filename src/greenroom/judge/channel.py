"""The supervisor's end of a child's socket: frames out and in at once, under the session's clock."""

from __future__ import annotations

import re
import select
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from greenroom.judge.nursery import Child
from greenroom.judge.session import Limits, Stop
from greenroom.judge.wire import HEAD, MAX_HEADER, header_of

_CHUNK: Final = 1 << 18
_CPU_STEP: Final = 0.005
_LULL: Final = 0.0003
"""Seconds to let answers gather when they come faster than this: waking for each one costs more than it gains."""
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f]")

SAYS: Mapping[Stop, str] = {
    "TLE": "the time limit was passed",
    "MLE": "the memory limit was passed",
    "OLE": "more was printed or returned than the limit allows",
    "PE": "the program interfered with the exchange with the judge",
    "SV": "the program made a forbidden system call",
    "IE": "the judged process was lost; this is the judge's fault",
}


class Stopped(Exception):
    """The child is finished before its work is: the reason and a sentence."""

    def __init__(self, stop: Stop, message: str = "") -> None:
        super().__init__(message or SAYS.get(stop, ""))
        self.stop = stop


def clean(text: object, limit: int) -> str:
    """Text from a child without control sequences, bounded."""
    return _CONTROL.sub("", str(text))[:limit]


@dataclass
class Clock:
    """What a session has used of its wall clock time; `started` is when the present stretch began, `born_with` the CPU
    seconds that the child had used before the session was its business."""

    limits: Limits
    used: float = 0.0
    started: float = 0.0
    born_with: float = 0.0

    def start(self) -> None:
        """Time counts from here."""
        self.started = time.perf_counter()

    def stop(self) -> None:
        """Time no longer counts."""
        if self.started:
            self.used += time.perf_counter() - self.started
            self.started = 0.0

    def check(self, child: Child) -> float:
        """Seconds until it is worth looking again. Raises Stopped when a limit is passed."""
        wall_left = self.limits.wall - self.used - (time.perf_counter() - self.started)
        cpu_left = self.limits.cpu_s + self.born_with - child.cpu()
        if wall_left <= 0 or cpu_left <= 0:
            raise Stopped("TLE")
        return min(wall_left, max(cpu_left, _CPU_STEP))


class Channel:
    """Sends and receives frames at once, so that neither side can wait for the other for ever."""

    def __init__(self, child: Child, clock: Clock) -> None:
        self._child = child
        self.clock = clock
        self._socket = child.channel
        self._socket.setblocking(False)
        self._inbox = bytearray()
        self._outbox = memoryview(b"")
        self._largest = clock.limits.answer_mb << 20
        self._poll = select.poll()
        self._quick = False

    def send(self, frames: bytes) -> None:
        """Queue frames; they leave while answers are awaited. Raises Stopped when the child has spoken unasked."""
        if self._inbox or self._speaks():
            raise Stopped("PE")
        self._outbox = memoryview(frames)
        self._push()

    def receive(self) -> tuple[Any, bytes]:
        """The next frame: header and blob. Raises Stopped, WireError, or EOFError when the child's end has closed."""
        while (frame := self._parse()) is None:
            self._wait()
        return frame

    def _speaks(self) -> bool:
        self._poll.register(self._socket, select.POLLIN)
        return any(event & select.POLLIN and not event & select.POLLHUP for _, event in self._poll.poll(0))

    def _wait(self) -> None:
        if self._quick:
            time.sleep(_LULL)
        self._poll.register(self._socket, select.POLLIN | (select.POLLOUT if self._outbox else 0))
        seconds = self.clock.check(self._child)
        before = time.perf_counter()
        events = self._poll.poll(int(seconds * 1000) + 1)
        self._quick = time.perf_counter() - before < _LULL
        for _, event in events:
            if event & select.POLLOUT:
                self._push()
            if event & (select.POLLIN | select.POLLHUP | select.POLLERR):
                self._pull()

    def _push(self) -> None:
        try:
            while self._outbox:
                self._outbox = self._outbox[self._socket.send(self._outbox[:_CHUNK]) :]
        except BlockingIOError:
            return
        except OSError:
            self._outbox = memoryview(b"")

    def _pull(self) -> None:
        try:
            data = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            raise EOFError
        self._inbox += data

    def _parse(self) -> tuple[Any, bytes] | None:
        if len(self._inbox) < HEAD.size:
            return None
        head, blob = HEAD.unpack_from(self._inbox)
        if head > MAX_HEADER or head + blob > self._largest:
            raise Stopped("OLE")
        middle, end = HEAD.size + head, HEAD.size + head + blob
        if len(self._inbox) < end:
            return None
        header, body = bytes(self._inbox[HEAD.size : middle]), bytes(self._inbox[middle:end])
        del self._inbox[:end]
        return header_of(header), body
