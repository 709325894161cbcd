"""What a request must have before it may do anything, route by route."""

from __future__ import annotations

import pytest
from django.test import Client

from greenroom.record.models import Candidate
from greenroom.web.security import HEADERS
from tests.web_security.routes import Route, routes

pytestmark = pytest.mark.django_db
every_route = pytest.mark.parametrize("route", routes(), ids=lambda route: route.name)


@every_route
def test_a_post_without_its_token_is_refused(route: Route, ada: Candidate) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(route.url()).status_code == 403


@every_route
def test_a_post_from_another_site_is_refused_even_with_a_token(route: Route, ada: Candidate) -> None:
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert Client().post(route.url(), headers=headers).status_code == 403


@every_route
def test_another_sites_script_cannot_read(route: Route, ada: Candidate) -> None:
    for site in ("cross-site", "same-site"):
        headers = {"sec-fetch-site": site, "sec-fetch-mode": "no-cors"}
        assert Client().get(route.url(), headers=headers).status_code == 403


@every_route
def test_a_rebound_name_is_refused(route: Route, ada: Candidate, caplog: pytest.LogCaptureFixture) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "evil.example:8321"):
        assert Client().get(route.url(), headers={"host": host}).status_code == 400


@every_route
def test_each_answer_carries_the_headers(route: Route, client: Client, ada: Candidate) -> None:
    for answer in (client.get(route.url()), client.post(route.url()), client.options(route.url())):
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
        assert answer.headers["Cache-Control"]


def test_a_link_from_elsewhere_opens_a_page(client: Client, ada: Candidate) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/healthz", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:evil.example"]
)
def test_nobody_is_sent_elsewhere(target: str, client: Client, ada: Candidate) -> None:
    assert client.post("/language", {"language": "en", "next": target}).headers["Location"] == "/"


def test_the_language_stays_with_the_candidate(client: Client, ada: Candidate) -> None:
    assert client.post("/language", {"language": "zh-hans", "next": "/shelf/"}).headers["Location"] == "/shelf/"
    ada.refresh_from_db()
    assert ada.language == "zh-hans"
    assert client.get("/healthz").headers["Content-Language"] == "zh-hans"
    client.post("/language", {"language": "xx"})
    ada.refresh_from_db()
    assert ada.language == "zh-hans"
