"""A real Chromium against a real server with a data folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.server import Server

FLAGS = [
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-sandbox"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PATIENCE = 60_000
"""Milliseconds that a step may take on a machine that is busy with other tests."""
AWAY = ("Failed to load resource: net::ERR_", "htmx:sendError", "htmx:afterRequest", "htmx:sendAbort")
"""What a browser says while the server is away, as it is in some of these tests."""
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder needs a browser. Without one it is skipped loudly, but never in CI."""
    missing = pytest.mark.skip(reason="NO CHROMIUM FOUND: the browser tests did not run. Install chromium.")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            if _chromium() is None and os.environ.get("CI") != "true":
                item.add_marker(missing)


def _chromium() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE / 2)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=_chromium(), args=FLAGS)


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that the tests of this folder share; the welcome is behind it."""
    with Server(tmp_path_factory.mktemp("data")) as running:
        running.post("/welcome", {"skip": "1"})
        yield running


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A server of the test's own, before its first run."""
    with Server(tmp_path / "data") as running:
        yield running


Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Open]:
    """Open pages in contexts of their own; afterwards no page may have complained or asked anyone outside."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def open_page(server: Server, path: str = "/", *, forgive: str = "\0", **options: object) -> Page:
        context = chromium.new_context(base_url=server.url, **{"locale": "en-GB", **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda said: trouble.append(said.text) if said.type == "error" and forgive not in said.text else None,
        )
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda asked: _note_outside(asked.url, server, trouble))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not [text for text in trouble if not text.startswith(AWAY)]


def _note_outside(url: str, server: Server, trouble: list[str]) -> None:
    if not url.startswith((server.url, "data:", "blob:")):
        trouble.append(f"asked outside: {url}")
