"""What stands beside the board of a match on the platform: for everybody, on every screen."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import violations
from tests.browser.mayor import begin, mayors
from tests.browser.server import Server
from tests.browser.width import overhang


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_clock_trust_and_talk_fit_and_have_no_accessibility_violation(
    server: Server, chromium: Browser, theme: Any, width: int, height: int
) -> None:
    size = {"width": width, "height": height}
    look = {"viewport": size, "color_scheme": theme, "reduced_motion": "reduce"}
    with mayors(chromium, server, "Ada", **look) as [ada]:
        page = ada.page
        begin(ada.order(kind=0, seats=2, bots=[0], turn=600, bank=60), ada)
        ada.wait_for_turn()
        expect(page.get_by_role("timer", name="Your time")).to_contain_text("1:00 in the bank")
        assert violations(page) == []
        ada.say("Good luck!")
        expect(page.locator("[data-chat] .chat-line")).to_have_count(1)
        assert violations(page) == []
        if width > 760:
            page.keyboard.press("Escape")
            expect(page.get_by_role("button", name="Chat")).to_be_focused()
        else:
            page.get_by_role("button", name="Close the chat").click()
        expect(page.locator("[data-chat]")).to_have_count(0)
        page.get_by_role("button", name="Verified").click()
        expect(page.locator("[data-verdict=verified]")).to_be_visible()
        assert violations(page) == []
        assert overhang(page) <= 0


def test_who_watches_sees_the_match_and_can_do_nothing(server: Server, chromium: Browser) -> None:
    with mayors(chromium, server, "Ada", "Grace") as [ada, grace]:
        match = ada.order(kind=0, seats=2, bots=[0])
        begin(match, ada)
        ada.wait_for_turn()
        watcher = grace.open(match)
        expect(watcher.get_by_text("You are watching.")).to_be_visible()
        grace.expect_state(ada.shown_hash())
        expect(watcher.locator("[data-end-turn]")).to_be_disabled()
        watcher.locator("[data-tool='40']").first.click()
        watcher.locator(".board").click(position={"x": 300, "y": 300})
        ada.end_turn()
        grace.expect_round(2)
        grace.expect_trust("verified")


def test_a_link_to_no_match_says_so(server: Server, chromium: Browser) -> None:
    with mayors(chromium, server, "Ada", silent=False) as [ada]:
        page = ada.open("0" * 26)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
