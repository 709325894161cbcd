"""Nothing that a pack or a program says is ever run in the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.hostile import SCRIPT, write_pack
from tests.browser.room import verdict, write
from tests.browser.server import Server

ROOM = "/coding/hostile/"


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    pack = write_pack(tmp_path_factory.mktemp("packs"))
    with Server(tmp_path_factory.mktemp("data"), pack) as running:
        running.post("/welcome", {"skip": "1"})
        yield running


def unharmed(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img[onerror], [href^='javascript']").count() == 0


def test_title_statement_figure_hints_and_search(poisoned: Server, opened: Open) -> None:
    page = opened(poisoned, ROOM)
    expect(page.get_by_role("heading", name="Evil")).to_contain_text("<script>")
    expect(page.locator("#statement")).to_contain_text("<script>")
    unharmed(page)
    page.get_by_role("tab", name="Hints").click()
    page.get_by_role("button", name="Open hint 1").click()
    expect(page.locator("#hints")).to_contain_text("<script>")
    page.keyboard.press("Control+k")
    page.locator("#palette input").fill("evil")
    expect(page.locator("#palette [role=option]").first).to_contain_text("<script>")
    unharmed(page)
    page.goto("/shelf/?q=evil")
    expect(page.locator(".shelf-row .badge.info")).to_have_text(SCRIPT)  # the pack's name
    unharmed(page)
    page.goto(f"/shelf/?q={SCRIPT}")
    unharmed(page)


def test_a_figure_opened_alone_runs_nothing(poisoned: Server, opened: Open) -> None:
    page = opened(poisoned, "/")
    answer = page.request.get("/shelf/figure/coding/hostile/evil.svg")
    assert answer.ok
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    for escape in ("../../pack.toml", "%2e%2e/%2e%2e/pack.toml", "gen.py", "item.toml"):
        assert page.request.get(f"/shelf/figure/coding/hostile/{escape}").status == 404


def test_code_output_and_errors(poisoned: Server, opened: Open) -> None:
    page = opened(poisoned, ROOM)
    write(page, f"def twice(x):\n    print({SCRIPT!r})\n    return {SCRIPT!r}\n")
    page.locator("#run").click()
    verdict(page, "WA")
    expect(page.locator("#report")).to_contain_text("<script>")
    unharmed(page)
    write(page, f"def twice(x):\n    raise ValueError({SCRIPT!r})\n")
    page.locator("#submit").click()
    verdict(page, "RE")
    unharmed(page)
    page.reload()
    page.get_by_role("tab", name="History").click()
    unharmed(page)
    write(page, "def twice(x):\n    return 2 * x\n")
    page.locator("#submit").click()
    verdict(page, "AC")
    page.get_by_role("tab", name="Editorial").click()
    expect(page.locator("#editorial")).to_contain_text("<script>")
    unharmed(page)


def test_markup_in_the_editor_cannot_leave_the_page_data(poisoned: Server, opened: Open) -> None:
    page = opened(poisoned, ROOM)
    write(page, "</script><script>window.hacked=1</script><!--")
    page.wait_for_timeout(1500)
    page.reload()
    expect(page.locator(".cm-content")).to_contain_text("</script>")
    unharmed(page)
