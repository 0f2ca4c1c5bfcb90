"""Four people, each with a browser, from the first turn to the standings."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.match_log import folded
from tests.browser.mayor import begin, mayors
from tests.browser.server import Server

ROUNDS = 4


@pytest.mark.timeout(300)
def test_four_browsers_see_the_same_match_to_its_end(server: Server, chromium: Browser) -> None:
    with mayors(chromium, server, "Ada", "Ben", "Cem", "Dee") as people:
        match = people[0].order(kind=3, seats=4, size=24, rounds=ROUNDS)
        begin(match, *people)
        for turn in range(ROUNDS):
            # Who began a round is the last of the next one.
            for mayor in people[turn:] + people[:turn]:
                mayor.wait_for_turn()
                if turn == 0:
                    mayor.act()
                mayor.end_turn()
        told = []
        for mayor in people:
            standings = mayor.page.locator("[data-standings] li")
            expect(standings).to_have_count(len(people))
            told.append([line.split("\n")[-1] for line in standings.all_inner_texts()])
            mayor.page.keyboard.press("Escape")
            expect(mayor.page.locator("dialog[open]")).to_have_count(0)
            mayor.expect_trust("verified")
        assert all(lines == told[0] for lines in told)
        fold = folded(server, match)
        assert fold.ended
        assert {mayor.shown_hash() for mayor in people} == {fold.state_hash.hex()}
        assert {mayor.head() for mayor in people} == {fold.head.hex()}
