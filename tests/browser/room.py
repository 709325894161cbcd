"""What a person does in the coding room."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PATIENCE = 60_000
"""Milliseconds that a verdict may take on a machine that is busy with other tests."""
ROOT = Path(__file__).parents[2]
SOFTMAX = "/coding/stable-softmax/"
FOLDER = ROOT / "content/core/coding/stable-softmax"
RIGHT = (FOLDER / "solutions/optimal.py").read_text()
WRONG = (FOLDER / "mutants/diagonal_only.py").read_text()
_PASTE = """(element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def editor(page: Page) -> Locator:
    return page.locator(".cm-content")


def write(page: Page, code: str) -> None:
    """Replace what is in the editor by pasting."""
    editor(page).focus()
    page.keyboard.press("Control+a")
    if code:
        editor(page).evaluate(_PASTE, code)
    else:
        page.keyboard.press("Delete")


def lines(page: Page) -> str:
    """The editor's text as its lines show it (CodeMirror draws the visible ones)."""
    return "\n".join(page.locator(".cm-line").all_inner_texts()).replace("\u200b", "")


def verdict(page: Page, name: str) -> Locator:
    """Wait for the verdict and the complete report."""
    found = page.locator("#report .report .verdict")
    expect(found).to_have_attribute("data-verdict", name, timeout=PATIENCE)
    expect(page.locator("#submit")).to_be_enabled(timeout=PATIENCE)
    return found
