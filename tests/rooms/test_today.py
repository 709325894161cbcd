from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from greenroom.record import services as record
from greenroom.record.models import Candidate
from greenroom.rooms.coding import services as coding
from greenroom.rooms.shelf import services as shelf
from greenroom.rooms.shelf.library import library
from greenroom.rooms.shelf.services import UNTOUCHED, Wish
from greenroom.rooms.today import services

HOST = {"host": "localhost"}


def solve(candidate: Candidate, item: str) -> None:
    record.append_attempt(
        candidate=candidate,
        item=item,
        version="x",
        kind="submit",
        started_at=timezone.now(),
        verdict="AC",
        score=1.0,
    )


@pytest.mark.django_db
def test_the_unfinished_comes_first(ada: Candidate) -> None:
    item = library()["coding/stable-softmax"]
    coding.save_draft(candidate=ada, item=item, code="begun = 1", inputs="")
    first = services.day(ada).first
    assert first
    assert (first.row.item.id, first.why) == (item.id, "draft")


@pytest.mark.django_db
def test_then_the_most_asked_and_least_covered_topic_and_its_easiest_item(ada: Candidate) -> None:
    first = services.day(ada).first
    assert first
    coverage = shelf.coverage(candidate=ada)
    assert first.coverage.asked == max(c.asked for c in coverage)
    mine = [i.item for i in shelf.on_shelf() if i.item.topic.partition("/")[0] == first.coverage.topic]
    assert first.row.item.item.difficulty == min(i.difficulty for i in mine)


@pytest.mark.django_db
def test_what_is_solved_is_not_suggested_again(ada: Candidate) -> None:
    first = services.day(ada).first
    assert first
    solve(ada, first.row.item.id)
    assert first.row.item.id not in {step.row.item.id for step in services.day(ada).steps}


@pytest.mark.django_db
def test_everything_solved_is_said_plainly(client: Client, ada: Candidate) -> None:
    record.update_profile(candidate=ada, welcomed_at=timezone.now())
    for item in shelf.on_shelf():
        solve(ada, item.id)
    assert "Everything on the shelf is solved" in client.get("/", headers=HOST).content.decode()


@pytest.mark.django_db
def test_the_weeks_hours_are_spread_over_its_free_days(ada: Candidate) -> None:
    busy = (timezone.localdate().weekday() + 1) % 7
    record.update_profile(candidate=ada, hours_per_week=6, busy_days=[busy])
    assert services.minutes_today(ada) == 60
    record.update_profile(candidate=ada, busy_days=[timezone.localdate().weekday()])
    assert services.minutes_today(ada) == 0


@pytest.mark.django_db
def test_it_counts_the_days_to_the_next_interview(ada: Candidate) -> None:
    record.add_interview(candidate=ada, at=timezone.now() + timedelta(days=9))
    record.add_interview(candidate=ada, at=timezone.now() + timedelta(days=30))
    assert services.day(ada).days_left == 9


@pytest.mark.django_db
def test_the_first_visit_leads_to_the_welcome(client: Client) -> None:
    assert client.get("/", headers=HOST).headers["Location"] == "/welcome"


@pytest.mark.django_db
def test_a_week_without_a_free_day_is_refused(client: Client, ada: Candidate) -> None:
    data = {"hours_per_week": "6", "language": "en", "keymap": "default", "busy_days": [str(n) for n in range(7)]}
    page = client.post("/settings", data, headers=HOST).content.decode()
    assert "at least one day" in page


@pytest.mark.django_db
def test_another_persons_interview_cannot_be_removed(client: Client, ada: Candidate, bo: Candidate) -> None:
    theirs = record.add_interview(candidate=bo, at=timezone.now() + timedelta(days=3))
    assert client.post(f"/settings/interview/{theirs.pk}/drop", headers=HOST).status_code == 404


@pytest.mark.django_db
def test_filters_add_up(ada: Candidate) -> None:
    solve(ada, "coding/stable-softmax")
    solved = shelf.find(candidate=ada, wish=Wish(status="solved"))
    assert [row.item.id for row in solved.rows] == ["coding/stable-softmax"]
    untouched = shelf.find(candidate=ada, wish=Wish(status=UNTOUCHED))
    assert untouched.total == len(shelf.on_shelf()) - 1
    hard = shelf.find(candidate=ada, wish=Wish(kind="coding", difficulty=4))
    assert {row.item.item.difficulty for row in hard.rows} <= {4}


def test_an_address_full_of_nonsense_asks_for_nothing() -> None:
    query = {"kind": "soup", "topic": "../..", "difficulty": "-3", "role": "king", "status": "?", "page": "1e9"}
    assert Wish.of(query) == Wish()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("", "/atlas/"),
        ("sett", "/settings"),
        ("map", "/atlas/concepts"),
        ("lora", "/theory/lora/"),
        ("vision", "?topic=cv"),
    ],
)
def test_the_quick_search_finds_pages_items_and_topics(client: Client, ada: Candidate, typed: str, url: str) -> None:
    assert f'{url}"' in client.get("/shelf/find", {"q": typed}, headers=HOST).content.decode()


@pytest.mark.django_db
def test_the_quick_search_knows_pages_by_their_chinese_names(client: Client, ada: Candidate) -> None:
    record.update_profile(candidate=ada, language="zh-hans")
    assert 'href="/settings"' in client.get("/shelf/find", {"q": "设"}, headers=HOST).content.decode()


@pytest.mark.django_db
def test_items_of_one_title_are_told_apart_by_their_kind(client: Client, ada: Candidate) -> None:
    page = client.get("/shelf/", {"q": "logistic regression"}, headers=HOST).content.decode()
    assert '<span class="badge">Theory</span>' in page
    assert '<span class="badge">Method</span>' in page


@pytest.mark.django_db
def test_settings_ask_for_one_more_interview_when_there_is_one(client: Client, ada: Candidate) -> None:
    assert "When is the next interview?" in client.get("/settings", headers=HOST).content.decode()
    record.add_interview(candidate=ada, at=timezone.now() + timedelta(days=3))
    assert "Add an interview" in client.get("/settings", headers=HOST).content.decode()


@pytest.mark.django_db
def test_a_page_that_is_said_back_is_to_do_like_everything_else(client: Client, ada: Candidate) -> None:
    assert services.day(ada).total == len(shelf.on_shelf())
    page = client.get("/shelf/", {"kind": "method", "q": "lora"}, headers=HOST).content.decode()
    assert "/atlas/lora/" in page
    assert ">New<" in page
