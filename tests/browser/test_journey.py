"""From the first start to a solved problem and what was kept of it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.room import PATIENCE, RIGHT, ROOT, SOFTMAX, WRONG, editor, lines, verdict, write
from tests.browser.server import Server


def test_first_run_to_the_first_problem(fresh: Server, opened: Open) -> None:
    page = opened(fresh)
    expect(page).to_have_url(f"{fresh.url}/welcome")
    page.get_by_role("radio", name="Research engineer").check()
    page.get_by_role("checkbox", name="Vision").check()
    page.get_by_label("Hours a week").fill("7")
    page.get_by_label("Date").fill("2099-05-04")
    page.get_by_label("Employer").fill("Aperture")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("minutes planned today")).to_be_visible()
    expect(page.get_by_text("Aperture")).to_be_visible()
    suggested = page.locator("#next-title").inner_text()
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(suggested)
    page.get_by_role("link", name="Settings").click()
    expect(page.get_by_role("radio", name="Research engineer")).to_be_checked()
    expect(page.get_by_label("Hours a week")).to_have_value("7")


def test_the_welcome_can_be_skipped(fresh: Server, opened: Open) -> None:
    page = opened(fresh)
    page.get_by_role("button", name="Skip for now").click()
    expect(page).to_have_url(f"{fresh.url}/")
    expect(page.get_by_text("No interview yet")).to_be_visible()


def test_a_date_that_has_passed_is_refused_and_nothing_is_lost(fresh: Server, opened: Open) -> None:
    page = opened(fresh)
    page.get_by_role("radio", name="ML engineer").check()
    page.get_by_label("Date").evaluate("field => { field.removeAttribute('min'); field.value = '2001-01-01'; }")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("This day has passed")).to_be_visible()
    expect(page.get_by_role("radio", name="ML engineer")).to_be_checked()


def test_wrong_then_named_then_right_then_kept(fresh: Server, opened: Open) -> None:
    page = opened(fresh, SOFTMAX)
    expect(page.locator("#statement .katex").first).to_be_visible()
    expect(page.locator("#examples .case").first).to_be_visible(timeout=60_000)

    write(page, WRONG)
    page.get_by_role("button", name="Run", exact=False).first.click()
    verdict(page, "WA")
    expect(page.locator("#report .differs").first).to_be_visible()
    expect(page.get_by_text("largest absolute error").first).to_be_visible()

    page.locator("#submit").click()
    verdict(page, "WA")
    expect(page.get_by_text("That is only the diagonal of the Jacobian")).to_be_visible()
    expect(page.get_by_role("heading", name="The smallest input that fails")).to_be_visible()
    page.get_by_role("tab", name="Editorial").click()
    expect(page.get_by_text("The editorial opens when you have solved")).to_be_visible()

    write(page, RIGHT)
    page.locator("#submit").click()
    verdict(page, "AC")
    expect(page.locator(".room-bar").get_by_text("Solved")).to_be_visible()
    page.get_by_role("button", name="Read the editorial").click()
    for part in ("Clarify", "Brute force", "Improve", "Complexity", "Variants", "Pitfalls", "Solutions"):
        expect(page.locator("#editorial").get_by_role("heading", name=part, exact=True)).to_be_visible()

    page.get_by_role("tab", name="Results").click()
    expect(page.get_by_text("In 100 fresh cases")).to_be_visible(timeout=2 * PATIENCE)
    expect(page.locator("#room-live")).to_have_text("The closer look is there.")

    page.get_by_role("tab", name="History").click()
    kept = page.locator("#history input[name=pick]")
    expect(kept).to_have_count(3)
    kept.nth(0).check()
    kept.nth(1).check()
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".diff td.cut")).to_contain_text("p * (1 - p) * v")
    page.locator("#history").get_by_role("button", name="Restore").nth(1).click()
    expect(editor(page)).to_contain_text("p * (1 - p) * v")
    page.keyboard.press("Control+z")
    expect(editor(page)).not_to_contain_text("p * (1 - p) * v")

    page.goto("/shelf/?status=solved")
    expect(page.locator("#list").get_by_role("link")).to_have_count(1)


def test_own_inputs_are_compared_with_the_reference(server: Server, opened: Open) -> None:
    page = opened(server, SOFTMAX)
    write(page, WRONG)
    page.get_by_role("tab", name="Your inputs").click()
    page.get_by_label("Your own inputs").fill("array([[0.0, 0.0]]), array([[1.0, 3.0]])")
    page.locator("#run").click()
    verdict(page, "WA")
    expect(page.locator("#report")).to_contain_text("-0.5")
    page.get_by_role("tab", name="Your inputs").click()
    page.get_by_label("Your own inputs").fill("import os")
    page.locator("#run").click()
    verdict(page, "PE")


def test_an_error_shows_the_candidates_own_line(server: Server, opened: Open) -> None:
    page = opened(server, SOFTMAX)
    write(page, "def softmax_jvp(z, v):\n    print('here')\n    return 1 / 0\n")
    page.locator("#run").click()
    verdict(page, "RE")
    expect(page.locator("#report")).to_contain_text("ZeroDivisionError")
    expect(page.locator("#report")).to_contain_text("return 1 / 0")
    expect(page.locator("#report")).to_contain_text("here")


def test_hints_open_one_by_one_and_the_log_keeps_their_cost(server: Server, opened: Open) -> None:
    page = opened(server, "/coding/logistic-regression/")
    page.get_by_role("tab", name="Hints").click()
    page.get_by_role("button", name="Open hint 1").click()
    expect(page.get_by_text("Cost so far: 1")).to_be_visible()
    page.get_by_role("button", name="Open hint 2").click()
    expect(page.get_by_text("Cost so far: 3")).to_be_visible()
    page.reload()
    page.get_by_role("tab", name="Hints").click()
    expect(page.get_by_text("Cost so far: 3")).to_be_visible()


def test_giving_up_opens_the_editorial_and_is_no_solution(server: Server, opened: Open) -> None:
    page = opened(server, "/coding/mlp-backprop/")
    page.get_by_role("tab", name="Editorial").click()
    page.get_by_text("Give up…").click()
    page.get_by_role("button", name="Give up and read the editorial").click()
    expect(page.locator("#editorial").get_by_role("heading", name="Pitfalls")).to_be_visible()
    page.goto("/shelf/?status=gave-up")
    expect(page.locator("#list").get_by_role("link")).to_have_count(1)


def test_the_clock_runs_pauses_and_survives_a_reload(server: Server, opened: Open) -> None:
    page = opened(server, "/coding/gqa-attention/")
    face = page.locator("#timer-face")
    expect(face).to_have_text("25:00")
    page.get_by_role("button", name="Start the clock").click()
    expect(face).not_to_have_text("25:00")
    page.get_by_role("button", name="Pause the clock").click()
    stopped = face.inner_text()
    page.reload()
    expect(face).to_have_text(stopped)
    page.get_by_role("button", name="Reset the clock").click()
    expect(face).to_have_text("25:00")


def test_search_finds_in_both_languages_and_the_address_says_what(server: Server, opened: Open) -> None:
    page = opened(server, "/shelf/")
    page.get_by_label("Search", exact=True).fill("雅可比")
    expect(page.locator("#list").get_by_role("link", name="Stable softmax")).to_be_visible()
    expect(page.locator("#list").get_by_role("link", name="k-means")).to_have_count(0)
    expect(page).to_have_url(
        f"{server.url}/shelf/?q=%E9%9B%85%E5%8F%AF%E6%AF%94&kind=&topic=&difficulty=&role=&status="
    )
    page.reload()
    expect(page.locator("#list").get_by_role("link", name="Stable softmax")).to_be_visible()


def test_the_code_of_another_language_of_keys(server: Server, opened: Open) -> None:
    page = opened(server, "/coding/lora-linear/")
    page.get_by_label("Editor keys").select_option("vim")
    expect(page.locator(".cm-vim-panel, .cm-fat-cursor").first).to_be_attached()
    editor(page).click()
    page.keyboard.type("ggO# by vim")
    page.keyboard.press("Escape")
    assert lines(page).startswith("# by vim")
    page.get_by_label("Editor keys").select_option("default")


def test_a_debugging_exercise_says_which_bugs_are_mended(server: Server, opened: Open) -> None:
    folder = ROOT / "content/core/debug/silent-broadcast"
    page = opened(server, "/debug/silent-broadcast/")
    page.locator("#submit").click()
    verdict(page, "WA")
    expect(page.locator("#report").get_by_text("Still there", exact=True)).to_have_count(4)
    write(page, (folder / "fixed.py").read_text())
    page.locator("#submit").click()
    verdict(page, "AC")
    expect(page.locator("#report").get_by_text("Mended", exact=True)).to_have_count(4)
