"""A method is read, put away and said back; the queue goes on from there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.server import Server
from tests.browser.test_access import serious

WORDS = (
    "LoRA leaves the big model frozen and learns a low-rank change of some matrices, the product of B and A. "
    "B starts at zero, so training starts from the base model. It is not worth it for small models."
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_read_say_it_back_and_go_on(server: Server, opened: Open, theme: str) -> None:
    page = opened(server, "/atlas/lora/", color_scheme=theme)
    page.wait_for_load_state("networkidle")
    assert serious(page) == [], "the page"
    page.get_by_role("link", name="Say it back").click()
    expect(page.get_by_role("heading", level=1, name="LoRA")).to_be_visible()
    expect(page.get_by_text("Without looking:")).to_be_visible()
    assert serious(page) == [], "the field"

    field = page.get_by_role("textbox", name="Your answer")
    field.fill(WORDS[:60])
    expect(page.locator("#draft-status")).to_contain_text("Saved at")
    page.reload()
    expect(field).to_have_value(WORDS[:60])
    field.focus()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(WORDS[60:])
    page.keyboard.press("Control+Enter")

    expect(page.get_by_role("heading", name="of a full recall")).to_be_visible()
    expect(page.get_by_text("A rough measure")).to_be_visible()
    expect(page.locator(".answer-text mark").first).to_be_visible()
    expect(page.locator(".claims .covered").first).to_be_visible()
    expect(page.locator(".claims .missing").first).to_be_visible()
    assert serious(page) == [], "what came back"
    expect(page.get_by_role("link", name="Read the page")).to_have_attribute("href", "/atlas/lora/")
    page.get_by_role("link", name="Next in the queue").click()
    expect(page).not_to_have_url(re.compile("/recalled/"))


@pytest.mark.parametrize("path", ["/atlas/lora/", "/atlas/lora/recall/"])
@pytest.mark.parametrize("width", [640, 390, 320])
def test_nothing_is_cut_off(server: Server, opened: Open, path: str, width: int) -> None:
    page = opened(server, path, viewport={"width": width, "height": 640})
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
