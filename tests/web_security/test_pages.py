"""What a page may contain: nothing from outside the machine, and nothing that the content policy would refuse."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.test import Client

from greenroom.record.models import Candidate
from tests.web_security.routes import Route, routes

LOADS = {"src", "srcset", "action", "formaction", "poster", "data", "hx-get", "hx-post"}


class Faults(HTMLParser):
    """Collects what must not be on a page. A link that a person may follow (`<a href>`) may lead outside."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name.startswith("on") or name == "style" or value.strip().lower().startswith("javascript:"):
                self.found.append(f"<{tag} {name}={value!r}>")
            if (name in LOADS or (name == "href" and tag != "a")) and urlsplit(value).netloc:
                self.found.append(f"<{tag} {name}={value!r}> is outside")
        inert = given.get("type") in {"application/json", "text/plain"}
        if tag == "style" or (tag == "script" and "src" not in given and not inert):
            self.found.append(f"<{tag}> in the page")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("route", [r for r in routes() if r.name != "live"], ids=lambda route: route.name)
def test_a_page_keeps_to_the_policy(route: Route, language: str, client: Client, ada: Candidate) -> None:
    client.cookies["django_language"] = language
    answer = client.get(route.url())
    if answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming:
        faults = Faults()
        faults.feed(answer.content.decode())
        assert faults.found == []
