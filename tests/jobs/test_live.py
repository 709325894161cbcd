from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from greenroom.jobs.live import encode
from greenroom.record.models import Candidate, Event
from greenroom.record.services import append_event
from tests.serving import Server


def _events(response: httpx.Response) -> Iterator[dict[str, Any]]:
    """Parse the wire as a browser does."""
    fields: dict[str, str] = {}
    for line in response.iter_lines():
        name, _, value = line.partition(": ")
        if line:
            fields[name] = value
        elif "data" in fields:
            yield {"id": int(fields["id"]), "event": fields["event"], **json.loads(fields["data"])}
            fields = {}


def _append(candidate: Candidate, count: int, stream: str = "sitting/1") -> list[int]:
    return [append_event(candidate=candidate, stream=stream, kind="typed", payload={"n": n}).pk for n in range(count)]


@pytest.mark.django_db(transaction=True)
def test_a_stream_gives_what_was_and_then_what_happens(server: Server, ada: Candidate) -> None:
    past = _append(ada, 3)
    with server.client.stream("GET", "live/sitting/1") as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["content-security-policy"].startswith("default-src 'none'")
        events = _events(response)
        assert [next(events)["id"] for _ in past] == past
        fresh = _append(ada, 2)
        assert [next(events)["id"] for _ in fresh] == fresh


@pytest.mark.django_db(transaction=True)
def test_a_reconnecting_browser_misses_nothing_and_gets_nothing_twice(server: Server, ada: Candidate) -> None:
    ids = _append(ada, 700)
    seen: list[int] = []
    for cut in (1, 250, 449):
        headers = {"Last-Event-ID": str(seen[-1])} if seen else {}
        with server.client.stream("GET", "live/sitting/1", headers=headers) as response:
            events = _events(response)
            seen += [next(events)["id"] for _ in range(cut)]
    assert seen == ids


@pytest.mark.django_db(transaction=True)
def test_many_streams_each_get_their_own(server: Server, ada: Candidate) -> None:
    names = [f"sitting/{n}" for n in range(5)]
    responses = [server.client.stream("GET", f"live/{name}") for name in names]
    opened = [context.__enter__() for context in responses]
    try:
        ids = {name: _append(ada, 2, name) for name in names}
        for name, response in zip(names, opened, strict=True):
            events = _events(response)
            assert [next(events)["id"] for _ in range(2)] == ids[name]
    finally:
        for context in responses:
            context.__exit__(None, None, None)


@pytest.mark.django_db(transaction=True)
def test_another_ones_stream_does_not_exist(server: Server, bo: Candidate) -> None:
    _append(bo, 1, "sitting/of-bo")
    assert server.client.get("live/sitting/of-bo").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_whoever_waits_at_a_free_stream_does_not_hear_another_candidate(
    server: Server, ada: Candidate, bo: Candidate
) -> None:
    with server.client.stream("GET", "live/sitting/free") as response:
        _append(bo, 2, "sitting/free")
        Event.objects.create(candidate=ada, stream="sitting/free", kind="own", at=ada.created_at)
        assert next(_events(response))["event"] == "own"


@pytest.mark.parametrize("text", ["a\nb", "a\r\n\r\nid: 9\n", "</script>", "\u2028", "中文"])
def test_a_payload_cannot_break_the_wire(text: str) -> None:
    event = Event(pk=5, kind="typed", payload={"text": text}, at=datetime(2026, 1, 1, tzinfo=UTC))
    head, name, data, *rest = encode(event).split("\n")
    assert (head, name, rest) == ("id: 5", "event: typed", ["", ""])
    assert json.loads(data.removeprefix("data: "))["text"] == text
