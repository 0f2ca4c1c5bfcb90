"""A rematch on the platform: one is refused it, one makes it, and is followed over the results."""

import pytest
from playwright.sync_api import Browser, expect

from games.matches.lifecycle import MOST_OPEN
from tests.browser.mayor import begin, mayors
from tests.browser.server import Server


@pytest.mark.timeout(200)
def test_a_rematch_is_refused_with_the_reason_or_told_above_the_results_and_joined(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", "Linus", silent=False) as [ada, linus]:
        match = ada.order(kind=3, seats=2, size=16, rounds=4)
        begin(match, ada, linus)
        # The order turns round after each round.
        for first, second in ((ada, linus), (linus, ada)) * 2:
            first.end_turn()
            second.end_turn()
        for each in (ada, linus):
            expect(each.page.locator("[data-standings]")).to_be_visible()

        for _ in range(MOST_OPEN):
            linus.order(kind=0, seats=2)
        linus.page.get_by_role("button", name="Play again").click()
        refused = linus.page.locator("dialog.end").get_by_role("alert")
        expect(refused).to_contain_text("still wait for players")

        ada.page.get_by_role("button", name="Play again").click()
        expect(ada.page.locator("[data-leave]")).to_be_visible()
        expect(ada.page.locator("[data-seat='1']")).to_contain_text("have been asked")

        told = linus.page.get_by_role("dialog", name="A rematch is waiting for you.")
        expect(told).to_contain_text("Ada wants to play again")
        told.get_by_role("button", name="Join the rematch").click()
        expect(linus.page.locator("[data-leave]")).to_be_visible()
        assert linus.page.url == ada.page.url != f"{server.url}match/{match}/?speed=0"
        assert ada.complaints == []
        assert [said for said in linus.complaints if "429" not in said] == []
