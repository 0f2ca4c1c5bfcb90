"""A duel on the platform against a bot: every entry checked in the browser, to the standings."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.match_log import folded
from tests.browser.mayor import begin, mayors
from tests.browser.server import Server

ROUNDS = 4


@pytest.mark.timeout(200)  # a whole match: bots think, the page draws in software
def test_a_duel_on_the_platform_is_played_to_its_end_and_verified(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada") as [ada]:
        page = ada.page
        match = ada.order(kind=3, seats=2, bots=[0], size=16, rounds=ROUNDS)
        begin(match, ada)
        ada.wait_for_turn()

        # An action is shown at once, and can be taken back.
        points = page.locator("[data-points]")
        page.locator("[data-suggest]").click()
        page.locator("[data-confirm]").click()
        expect(points).to_have_attribute("data-points", "2")
        page.locator("[data-undo]").click()
        expect(points).to_have_attribute("data-points", "3")

        for turn in range(ROUNDS):
            ada.wait_for_turn()
            if turn == 1:
                page.get_by_role("button", name="Menu").click()
                page.locator("[data-finish]").click()
            else:
                ada.end_turn()
            ada.expect_round(min(turn + 2, ROUNDS))
        expect(page.locator("[data-standings] li")).to_have_count(2)
        final = page.locator("code[data-hash]").inner_text()
        page.keyboard.press("Escape")
        ada.expect_trust("verified")

        fold = folded(server, match)
        assert fold.ended
        assert fold.state_hash.hex() == final == ada.shown_hash()
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert ada.head() == fold.head.hex()
        assert ada.ask("GET", f"matches/{match}/")["result"]["state_hash"] == final

        # A reload fetches the log again, checks it again, and arrives at the same city.
        page.reload()
        expect(page.locator("[data-standings] li")).to_have_count(2)
        assert ada.shown_hash() == final
