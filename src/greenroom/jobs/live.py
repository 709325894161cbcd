"""Live events: the record's streams as server-sent events, with one reader of the database a process.

The event's id is its row's, so a browser that reconnects says `Last-Event-ID` and misses nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from asgiref.sync import sync_to_async
from django.http import Http404, StreamingHttpResponse
from django.views.decorators.http import require_GET

from greenroom.jobs.hub import Reader, hub
from greenroom.record import services
from greenroom.record.models import Event
from greenroom.record.requests import CandidateRequest

ALIVE = 15.0
"""Seconds of silence after which a comment is sent, so that proxies keep the connection."""


@require_GET
async def stream(request: CandidateRequest, name: str) -> StreamingHttpResponse:
    """The candidate's events of a stream after `Last-Event-ID` (or `?after=`), then each new one as it is committed."""
    candidate = request.candidate
    if not await sync_to_async(services.may_read)(candidate=candidate, stream=name):
        raise Http404
    after = request.headers.get("Last-Event-ID") or request.GET.get("after", "0")
    reader = Reader(name, candidate.pk, int(after) if after.isdecimal() else 0)
    return StreamingHttpResponse(
        _lines(reader),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _lines(reader: Reader) -> AsyncIterator[str]:
    here = hub()
    here.add(reader)
    try:
        yield "retry: 1000\n\n"
        while True:
            try:
                yield encode(await asyncio.wait_for(reader.queue.get(), ALIVE))
            except TimeoutError:
                yield ": alive\n\n"
    finally:
        here.remove(reader)


def encode(event: Event) -> str:
    """One event on the wire. JSON without newlines keeps it in one `data:` line, whatever the payload holds."""
    data = json.dumps({"at": event.at.isoformat(), **event.payload}, ensure_ascii=False, separators=(",", ":"))
    return f"id: {event.pk}\nevent: {event.kind}\ndata: {data}\n\n"
