"""What a person sees when something is not there, not allowed or broken: words in their language and a way on."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import Client, override_settings
from django.utils import translation

from greenroom.record.models import Candidate


@pytest.mark.parametrize(("language", "words"), [("en", "There is nothing here"), ("zh-hans", "这里什么也没有")])
def test_an_address_without_a_page_leads_back(client: Client, ada: Candidate, language: str, words: str) -> None:
    client.cookies["django_language"] = language
    for path in ("/nowhere", "/theory/nothing/", "/atlas/nothing/"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert words in answer.content.decode()
        assert 'href="/shelf/"' in answer.content.decode()


def test_a_stale_form_says_that_nothing_is_lost(ada: Candidate) -> None:
    answer = Client(enforce_csrf_checks=True).post("/settings", headers={"host": "localhost"})
    assert answer.status_code == 403
    assert "is kept" in answer.content.decode()


@pytest.mark.parametrize(("language", "words"), [("en", "terminal"), ("zh-hans", "终端")])
def test_a_wrong_host_is_told_where_to_go_in_the_readers_language(language: str, words: str) -> None:
    other = "zh-hans" if language == "en" else "en"
    with override_settings(ALLOWED_HOSTS=["localhost"]), translation.override(other):
        answer = Client().get("/", headers={"host": "elsewhere.example", "accept-language": language})
    assert answer.status_code == 400
    assert words in answer.content.decode()


@pytest.mark.parametrize(("language", "words"), [("en", "Something broke"), ("zh-hans", "出错了")])
def test_a_fault_is_said_without_anything_that_could_fail_again(language: str, words: str) -> None:
    with translation.override(language):
        assert words in render_to_string("500.html")
