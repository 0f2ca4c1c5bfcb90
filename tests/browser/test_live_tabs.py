"""Several windows of one person: all play the same match, and nobody fights."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.match_log import entries
from tests.browser.mayor import begin, mayors
from tests.browser.server import Server


@pytest.mark.timeout(200)
def test_a_fourth_window_takes_the_place_of_the_oldest_until_that_is_asked_for(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Tab", silent=False) as [oldest]:
        match = oldest.order(kind=0, seats=2, bots=[1])
        begin(match, oldest)
        oldest.wait_for_turn()
        others = []
        for _ in range(3):
            others.append(oldest.window(match))
            others[-1].wait_for_turn()
        place = oldest.page.locator("[data-take-place]")
        expect(place).to_be_visible()
        for each in others:
            expect(each.page.locator("[data-take-place]")).to_have_count(0)
        before = len(entries(server, match))
        others[0].end_turn()
        for each in others:
            each.expect_round(2)
        assert len(entries(server, match)) > before
        # The oldest may have its place back; then the next oldest is asked to rest.
        place.click()
        oldest.expect_round(2)
        expect(others[0].page.locator("[data-take-place]")).to_be_visible()
        oldest.wait_for_turn()
        others[2].wait_for_turn()
        assert oldest.head() == others[2].head()
