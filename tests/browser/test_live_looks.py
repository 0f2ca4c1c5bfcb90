"""What stands beside the board of a match on the platform: for everybody, on every screen."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import violations
from tests.browser.live import make_match, open_match, say, take_seat, wait_for_turn
from tests.browser.server import Server


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_clock_trust_and_talk_fit_and_have_no_accessibility_violation(
    server: Server, chromium: Browser, theme: Any, width: int, height: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    match = make_match(server, page, "Ada", kind=0, seats=2, bots=[0], turn=600, bank=60)
    open_match(server, page, match)
    expect(page.locator("[data-room]")).to_be_visible()
    take_seat(page, 0)
    wait_for_turn(page)
    expect(page.get_by_role("timer", name="Your time")).to_contain_text("1:00 in the bank")
    assert violations(page) == []
    say(page, "Good luck!")
    expect(page.locator("[data-chat] .chat-line")).to_have_count(1)
    assert violations(page) == []
    page.get_by_role("button", name="Close the chat").click()
    expect(page.locator("[data-chat]")).to_have_count(0)
    page.get_by_role("button", name="Verified").click()
    expect(page.locator("[data-verdict=verified]")).to_be_visible()
    assert violations(page) == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    context.close()


def test_who_watches_sees_the_match_and_can_do_nothing(server: Server, chromium: Browser) -> None:
    mayor = chromium.new_context().new_page()
    match = make_match(server, mayor, "Ada", kind=0, seats=2, bots=[0])
    open_match(server, mayor, match)
    take_seat(mayor, 0)
    wait_for_turn(mayor)
    watcher = chromium.new_context().new_page()
    complaints: list[str] = []
    watcher.on("pageerror", lambda error: complaints.append(str(error)))
    open_match(server, watcher, match)
    expect(watcher.get_by_text("You are watching.")).to_be_visible()
    hash_ = mayor.locator(".match").get_attribute("data-hash") or ""
    expect(watcher.locator(".match")).to_have_attribute("data-hash", hash_)
    expect(watcher.locator("[data-end-turn]")).to_be_disabled()
    watcher.locator("[data-tool='40']").first.click()
    watcher.locator(".board").click(position={"x": 300, "y": 300})
    mayor.locator("[data-end-turn]").click()
    expect(watcher.locator(".top-number")).to_have_text("Round 2 of 8", timeout=60_000)
    expect(watcher.locator("[data-trust]")).to_have_attribute("data-trust", "verified")
    assert complaints == []
    for page in (mayor, watcher):
        page.context.close()


def test_a_link_to_no_match_says_so(server: Server, chromium: Browser) -> None:
    page = chromium.new_context().new_page()
    open_match(server, page, "0" * 26)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.context.close()
