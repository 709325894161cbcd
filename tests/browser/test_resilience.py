"""What was typed stays, whatever happens to the server."""

from __future__ import annotations

import time

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.room import RIGHT, SOFTMAX, editor, lines, write
from tests.browser.server import Server

MOST_LOST = 2.0
TRIES = 3


def test_kill_9_while_typing_loses_nothing_in_this_browser(fresh: Server, opened: Open) -> None:
    page = opened(fresh, SOFTMAX)
    write(page, "# begun\n")
    page.keyboard.press("Control+End")
    page.keyboard.type("kept = 1  ", delay=10)
    fresh.kill()
    page.keyboard.type("# typed while it was away", delay=10)
    expect(page.locator("#draft-status")).to_have_attribute("data-state", "lost")
    fresh.start()
    expect(page.locator("#draft-status")).to_have_attribute("data-state", "saved")
    page.reload()
    expect(editor(page)).to_contain_text("# typed while it was away")


def test_kill_9_loses_at_most_two_seconds_for_another_browser(fresh: Server, opened: Open) -> None:
    """A machine that stalls for a while can spoil one try; a page that saves too seldom spoils all."""
    assert any(_lost(fresh, opened) <= MOST_LOST for _ in range(TRIES))


def _lost(fresh: Server, opened: Open) -> float:
    """Seconds of typing that another browser does not find after a kill."""
    page = opened(fresh, SOFTMAX)
    write(page, "")
    typed = _type_for(page, 4.0)
    fresh.kill()
    fresh.start()
    other = opened(fresh, SOFTMAX)
    expect(editor(other)).to_be_visible()
    kept = int(lines(other).split()[-1])
    return typed[-1] - typed[kept]


def _type_for(page: Page, seconds: float) -> list[float]:
    """Type numbers without a pause, noting when each was typed."""
    typed: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        page.keyboard.type(f"{len(typed)} ")
        typed.append(time.monotonic())
    return typed


def test_typing_that_the_server_missed_is_offered_after_a_reload(fresh: Server, opened: Open) -> None:
    page = opened(fresh, SOFTMAX)
    expect(editor(page)).to_be_visible()
    fresh.kill()
    write(page, "# written into the void")
    page.wait_for_timeout(100)
    fresh.start()
    page.goto("/shelf/")
    page.goto(SOFTMAX)
    expect(editor(page)).to_contain_text("# written into the void")


def test_a_submission_survives_the_death_of_the_server(fresh: Server, opened: Open) -> None:
    page = opened(fresh, SOFTMAX)
    write(page, RIGHT)
    with page.expect_response("**/submit"):
        page.locator("#submit").click()
    fresh.kill()
    fresh.start()
    page.goto(SOFTMAX)
    verdict_or_history(page)


def verdict_or_history(page: Page) -> None:
    """The page follows a submission that still waits; one that was judged in time stands in the history."""
    page.get_by_role("tab", name="History").click()
    expect(page.locator("#history .badge").first).to_contain_text("Accepted")


def test_the_last_words_before_leaving_the_page_are_kept(server: Server, opened: Open) -> None:
    page = opened(server, "/coding/kv-cache-decode/")
    write(page, "# said in passing")
    page.goto("/shelf/")
    elsewhere = opened(server, "/coding/kv-cache-decode/")
    expect(editor(elsewhere)).to_contain_text("# said in passing")


def test_handing_in_nothing_says_what_to_do(server: Server, opened: Open) -> None:
    page = opened(server, "/coding/logistic-regression/", forgive="400 (Bad Request)")
    write(page, "")
    page.locator("#run").click()
    expect(page.locator("#report")).to_contain_text("Write some first")
