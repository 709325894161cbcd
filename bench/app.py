"""How long a person waits in the browser: from Submit to the verdict, and for pages.

    python -m bench.app [--times 30]

A real Chromium against a real server. The clock is the page's own, from the key press to the paint of the verdict. Bar: p50
of an np problem with 20 hidden tests and more at most 150 ms.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from tests.browser.conftest import FLAGS, _chromium
from tests.browser.room import ROOT, verdict, write
from tests.browser.server import Server

BAR = 150.0
THINKING = 1500
"""Milliseconds between two submissions, in which the next hidden tests are made, as while a person thinks."""
ITEMS = ["int8-quant-linear", "multi-head-attention", "stable-softmax"]
"""np problems with 26 to 30 tests; the last compares half a million floats a submission."""
PAGES = ["/", "/shelf/", "/coding/stable-softmax/"]
_WATCH = """() => new Promise((resolve) => {
    const begun = performance.now();
    const report = document.getElementById("report");
    const watch = new MutationObserver(() => {
        if (!report.querySelector("[data-verdict]")) return;
        watch.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    document.getElementById("submit").click();
    watch.observe(report, { childList: true, subtree: true });
})"""


def submit(page: Page) -> float:
    """Milliseconds from Submit to the verdict."""
    waited = float(page.evaluate(_WATCH))
    verdict(page, "AC")
    page.wait_for_timeout(THINKING)
    return waited


def load(page: Page, path: str) -> float:
    """Milliseconds until the server has answered with the page."""
    page.goto(path)
    return float(page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=30)
    times = parser.parse_args().times
    folder = tempfile.TemporaryDirectory()
    with folder, Server(Path(folder.name) / "data") as server, sync_playwright() as playwright:
        server.post("/welcome", {"skip": "1"})
        page = playwright.chromium.launch(executable_path=_chromium(), args=FLAGS).new_page(base_url=server.url)
        for path in PAGES:
            _print(f"page {path}", [load(page, path) for _ in range(times)])
        for item in ITEMS:
            page.goto(f"/coding/{item}/")
            write(page, (ROOT / f"content/core/coding/{item}/solutions/optimal.py").read_text())
            submit(page)
            waits = [submit(page) for _ in range(times)]
            _print(f"submit → verdict, {item}", waits)
            print(f"    {statistics.median(waits) / BAR:.2f} of the bar of {BAR:.0f} ms")


def _print(name: str, values: list[float]) -> None:
    ordered = sorted(values)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    print(f"{name:45} p50 {statistics.median(ordered):7.1f} ms   p95 {p95:7.1f} ms   n {len(ordered)}")


if __name__ == "__main__":
    main()
