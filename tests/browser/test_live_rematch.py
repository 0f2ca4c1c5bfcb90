"""A rematch on the platform: one asks for it, the other reads of it over the results."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.mayor import begin, mayors
from tests.browser.server import Server


@pytest.mark.timeout(200)
def test_a_rematch_is_told_above_the_results_and_joined(server: Server, chromium: Browser) -> None:
    with mayors(chromium, server, "Ada", "Linus") as [ada, linus]:
        match = ada.order(kind=3, seats=2, size=16, rounds=4)
        begin(match, ada, linus)
        # The order turns round after each round.
        for first, second in ((ada, linus), (linus, ada)) * 2:
            first.end_turn()
            second.end_turn()
        for each in (ada, linus):
            expect(each.page.locator("[data-standings]")).to_be_visible()

        ada.page.get_by_role("button", name="Play again").click()
        expect(ada.page.locator("[data-leave]")).to_be_visible()
        expect(ada.page.locator("[data-seat='1']")).to_contain_text("have been asked")

        told = linus.page.get_by_role("dialog", name="A rematch is waiting for you.")
        expect(told).to_contain_text("Ada wants to play again")
        told.get_by_role("button", name="Join the rematch").click()
        expect(linus.page.locator("[data-leave]")).to_be_visible()
        assert linus.page.url == ada.page.url != f"{server.url}match/{match}/?speed=0"
