"""What only a real server shows: static files, raw paths, and a login that everything stands behind."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.hashers import make_password

from greenroom.record.models import Candidate
from greenroom.record.services import append_event
from greenroom.web.security import HEADERS
from tests.serving import Server, serve
from tests.web_security.routes import routes

pytestmark = pytest.mark.django_db(transaction=True)
OPEN = {"health", "login", "set-language"}
CLIMBS = [
    "/static/../settings.py",
    "/static/..%2fsettings.py",
    "/static/%2e%2e/settings.py",
    "/static/built/../../settings.py",
    "/static//etc/passwd",
    "/static/..%5csettings.py",
    "/static/%00",
    "/shelf/figure/coding/softmax/../item.toml",
    "/shelf/figure/coding/softmax/..%2f..%2f..%2ftaxonomy.toml",
    "/shelf/figure/coding/softmax//etc/passwd",
    "/shelf/figure/coding/softmax/solutions/optimal.py",
]


def _raw(server: Server, request: str) -> tuple[int, dict[str, str], bytes]:
    """Send bytes as they are: clients tidy paths up, attackers do not."""
    at = urlsplit(server.url)
    with socket.create_connection((at.hostname, at.port), timeout=60) as wire:
        wire.sendall(request.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        data = b"".join(iter(lambda: wire.recv(65536), b""))
    head, _, body = data.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return int(status.split()[1]), headers, body


def _get(server: Server, path: str, host: str = "") -> tuple[int, dict[str, str], bytes]:
    return _raw(server, f"GET {path} HTTP/1.1\nHost: {host or urlsplit(server.url).netloc}\nConnection: close")


def test_no_path_leads_out_of_its_folder(server: Server) -> None:
    for path in CLIMBS:
        status, _, body = _get(server, path)
        assert status in {301, 302, 400, 404}, path
        assert b"SECRET_KEY" not in body
        assert b"root:" not in body


def test_static_files_carry_the_headers_too(server: Server) -> None:
    for path in ("/static/nothing.js", "/static/../settings.py", "/nothing"):
        _, headers, _ = _get(server, path)
        for name, value in HEADERS.items():
            assert headers[name.lower()] == value, path


def test_a_rebound_name_gets_nothing(server: Server) -> None:
    for path in ("/", "/healthz", "/static/built/manifest.json"):
        assert _get(server, path, host="evil.example")[0] == 400, path


def test_the_server_does_not_say_what_it_is_made_of(server: Server) -> None:
    _, headers, _ = _get(server, "/healthz")
    assert "server" not in headers


@pytest.fixture
def shared(transactional_db: None, tmp_path: Path) -> Iterator[Server]:
    key = "k" * 40
    with serve(tmp_path, GREENROOM_MODE="shared", GREENROOM_SECRET_KEY=key, GREENROOM_HOSTS="127.0.0.1") as running:
        yield running


def test_everything_stands_behind_the_login(shared: Server, bo: Candidate) -> None:
    for route in routes():
        answer = shared.client.get(route.url())
        if route.name in OPEN:
            assert answer.status_code in {200, 405}, route.name
        else:
            assert answer.status_code == 302, route.name
            assert urlsplit(answer.headers["location"]).path == "/login", route.name


def test_one_signs_in_and_sees_ones_own(shared: Server, ada: Candidate, bo: Candidate) -> None:
    bo.user.password = make_password("a long pass phrase", hasher="pbkdf2_sha256")
    bo.user.save()
    append_event(candidate=ada, stream="sitting/ada", kind="typed")
    mine = append_event(candidate=bo, stream="sitting/bo", kind="typed")
    shared.client.get("login")
    assert shared.post("login", {"username": "bo", "password": "wrong"}).status_code == 200
    assert shared.post("login", {"username": "bo", "password": "a long pass phrase"}).status_code == 302
    assert shared.client.get("live/sitting/ada").status_code == 404
    with shared.client.stream("GET", "live/sitting/bo") as stream:
        assert f"id: {mine.pk}" in stream.iter_lines()
    assert shared.post("logout").status_code == 302
    assert shared.client.get("live/sitting/bo").status_code == 302
