"""Everybody gets in: languages, themes, keyboard alone, zoom, phone, screen readers."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.room import RIGHT, SOFTMAX, editor, verdict, write
from tests.browser.server import Server

PAGES = ["/", "/welcome", "/settings", "/shelf/", "/shelf/?q=softmax", "/styleguide", SOFTMAX]


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_serious_finding(server: Server, opened: Open, path: str, theme: str) -> None:
    page = opened(server, path, color_scheme=theme)
    page.wait_for_load_state("networkidle")
    assert serious(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_finding_in_what_opens_later(server: Server, opened: Open, theme: str) -> None:
    page = opened(server, SOFTMAX, color_scheme=theme)
    write(page, "def softmax_jvp(z, v):\n    return z, v\n")
    page.locator("#submit").click()
    verdict(page, "WA")
    for tab in ("Hints", "Editorial", "History", "Your inputs"):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_load_state("networkidle")
        assert serious(page) == [], tab
    page.locator("body").press("Control+k")
    page.locator("#palette input").fill("attention")
    expect(page.locator("#palette [role=option]").first).to_be_visible()
    assert serious(page) == [], "quick search"


def test_the_language_switch_reaches_everything(server: Server, opened: Open) -> None:
    page = opened(server, SOFTMAX)
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
    expect(page.locator("#submit")).to_contain_text("提交")
    expect(page.locator("#statement")).to_contain_text("给定")
    page.goto("/shelf/")
    expect(page.get_by_role("heading", name="书架")).to_be_visible()
    page.get_by_role("button", name="EN").click()
    expect(page.get_by_role("heading", name="Shelf")).to_be_visible()


def test_the_theme_is_kept(server: Server, opened: Open) -> None:
    page = opened(server, "/", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    with page.expect_response("**/settings/theme"):
        page.get_by_role("button", name="Dark").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light
    with page.expect_response("**/settings/theme"):
        page.get_by_role("button", name="As the system").click()


def test_a_problem_is_solved_by_keyboard_alone(server: Server, opened: Open) -> None:
    page = opened(server, "/shelf/")
    page.keyboard.press("/")
    page.keyboard.type("jacobian")
    wanted = page.get_by_role("option", name="Stable softmax")
    expect(wanted).to_be_visible()
    while wanted.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.url}{SOFTMAX}")
    expect(editor(page)).to_be_visible()
    page.keyboard.press("Alt+2")
    expect(editor(page)).to_be_focused()
    write(page, RIGHT)
    page.keyboard.press("Control+Shift+Enter")
    verdict(page, "AC")
    page.keyboard.press("Alt+1")
    page.keyboard.press("End")
    expect(page.get_by_role("tab", name="History")).to_be_focused()
    expect(page.locator("#history")).to_be_visible()
    page.keyboard.press("Alt+2")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(editor(page)).not_to_be_focused()


def test_panes_are_moved_by_arrows_and_remembered(server: Server, opened: Open) -> None:
    page = opened(server, SOFTMAX)
    bar = page.get_by_role("separator", name="Width of the problem")
    width = page.locator("#pane-problem").bounding_box()
    bar.press("ArrowRight")
    bar.press("ArrowRight")
    expect(bar).to_have_attribute("aria-valuenow", "46")
    wider = page.locator("#pane-problem").bounding_box()
    assert width
    assert wider
    assert wider["width"] > width["width"]
    page.reload()
    expect(bar).to_have_attribute("aria-valuenow", "46")


def test_shortcuts_are_listed_on_demand(server: Server, opened: Open) -> None:
    page = opened(server, "/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("s")
    expect(page).to_have_url(f"{server.url}/shelf/")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [(640, 430), (390, 844), (320, 640)], ids=["zoomed", "phone", "small"])
def test_nothing_is_cut_off(server: Server, opened: Open, path: str, size: tuple[int, int]) -> None:
    """640 by 430 is a window of 1280 by 860 at 200 %; 320 is the narrowest that pages must bear."""
    page = opened(server, path, viewport={"width": size[0], "height": size[1]})
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_phone_shows_one_pane_at_a_time(server: Server, opened: Open) -> None:
    page = opened(server, SOFTMAX, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    expect(page.locator("#statement")).to_be_visible()
    expect(editor(page)).to_be_hidden()
    page.get_by_role("button", name="Code", exact=True).tap()
    write(page, RIGHT)
    page.locator("#submit").tap()
    verdict(page, "AC")
    expect(page.locator("#pane-results")).to_be_visible()
    expect(editor(page)).to_be_hidden()
