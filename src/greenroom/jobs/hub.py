"""One reader of the event table for all the live connections of a process."""

from __future__ import annotations

import asyncio
import contextvars
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DatabaseError, close_old_connections
from django.db.models import Q

from greenroom.record.models import Event
from greenroom.record.signals import appended

log = logging.getLogger(__name__)
LOOK_AGAIN = 0.5
"""Seconds between looks without a signal: another process may have appended."""
BATCH = 500
STREAMS = 200
"""Streams asked for in one query; SQLite bounds the depth of an expression."""


@dataclass(eq=False)
class Reader:
    """One connection: what it may see, how far it has read, and what waits to be sent.

    A slow one's full queue stops its cursor, so it is served the rest later and nothing is lost or piled up.
    """

    stream: str
    candidate_id: int
    after: int = 0
    queue: asyncio.Queue[Event] = field(default_factory=lambda: asyncio.Queue(BATCH))

    def offer(self, event: Event) -> None:
        if event.candidate_id == self.candidate_id and event.pk > self.after and not self.queue.full():
            self.queue.put_nowait(event)
            self.after = event.pk


class Hub:
    """Wakes when something was appended here, looks again every LOOK_AGAIN seconds, sleeps when nobody listens."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._readers: dict[str, set[Reader]] = {}
        self._dirty: set[str] = set()
        self._awake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="live")

    def add(self, reader: Reader) -> None:
        self._readers.setdefault(reader.stream, set()).add(reader)
        self._mark(reader.stream)
        if self._task is None or self._task.done():
            self._task = self._loop.create_task(self._run(), context=contextvars.Context())

    def remove(self, reader: Reader) -> None:
        readers = self._readers[reader.stream]
        readers.discard(reader)
        if not readers:
            del self._readers[reader.stream]

    def tell(self, stream: str) -> None:
        """Something was appended to the stream. May be called from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._mark, stream)

    def _mark(self, stream: str) -> None:
        if stream in self._readers:
            self._dirty.add(stream)
            self._awake.set()

    async def _run(self) -> None:
        while self._readers:
            try:
                await asyncio.wait_for(self._awake.wait(), LOOK_AGAIN)
            except TimeoutError:
                self._dirty.update(self._readers)
            self._awake.clear()
            cursors = {name: min(r.after for r in self._readers[name]) for name in self._dirty & self._readers.keys()}
            self._dirty.clear()
            try:
                self._hand_out(await self._loop.run_in_executor(self._thread, fetch, cursors))
            except DatabaseError:
                log.exception("the database did not answer; looking again")
                await asyncio.sleep(LOOK_AGAIN)

    def _hand_out(self, events: list[Event]) -> None:
        for event in events:
            for reader in self._readers.get(event.stream, ()):
                reader.offer(event)
        if len(events) >= BATCH:
            self._dirty.update(event.stream for event in events)
            self._awake.set()


def fetch(cursors: dict[str, int]) -> list[Event]:
    """The next events of each stream after its cursor, in the order of the log; at most BATCH a query."""
    close_old_connections()
    found: list[Event] = []
    wants = [Q(stream=stream, id__gt=after) for stream, after in cursors.items()]
    for start in range(0, len(wants), STREAMS):
        wanted = reduce(or_, wants[start : start + STREAMS])
        found.extend(Event.objects.filter(wanted).order_by("id")[:BATCH])
    close_old_connections()
    return found


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """The running loop's hub."""
    loop = asyncio.get_running_loop()
    if loop not in _hubs:
        _hubs[loop] = Hub(loop)
    return _hubs[loop]


def _tell(stream: str, **_: Any) -> None:
    for each in list(_hubs.values()):
        each.tell(stream)


appended.connect(_tell, dispatch_uid="greenroom.jobs.hub")
