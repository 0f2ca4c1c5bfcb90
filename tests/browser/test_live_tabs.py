"""Several windows of one person: all play the same match, and nobody fights."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.match_log import entries
from tests.browser.mayor import begin, mayors
from tests.browser.server import Server


@pytest.mark.timeout(200)
def test_what_is_done_in_one_window_the_other_shows_and_loses_nothing_by_it(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Tab") as [first]:
        match = first.order(kind=0, seats=2, bots=[0])
        begin(match, first)
        first.wait_for_turn()
        second = first.window(match)
        second.wait_for_turn()
        second.expect_state(first.shown_hash())

        # A line half typed, and a tool in the hand, while the other window plays.
        first.open_chat().fill("Wait, I have not")
        first.page.locator("[data-tool='40']").click()
        second.act()
        first.expect_state(second.shown_hash())
        for each in (first, second):
            points = each.page.locator("[data-points]")
            expect(points).to_have_attribute("data-points", "2")
        second.say("Hello from here")
        lines = first.page.locator("[data-chat] .chat-line")
        expect(lines).to_have_count(1)
        expect(lines).to_contain_text("Hello from here")
        expect(first.open_chat()).to_have_value("Wait, I have not")
        tool = first.page.locator("[data-tool='40']")
        expect(tool).to_have_attribute("aria-pressed", "true")

        # What one took, the other may take back; the line is sent when it is finished.
        first.page.locator("[data-undo]").click()
        expect(second.page.locator("[data-points]")).to_have_attribute("data-points", "3")
        first.open_chat().focus()
        first.page.keyboard.press("End")
        first.page.keyboard.type(" finished!")
        first.page.keyboard.press("Enter")
        for each in (first, second):
            lines = each.page.locator("[data-chat] .chat-line")
            expect(lines).to_have_count(2)
            expect(lines.last).to_contain_text("Wait, I have not finished!")
            expect(each.page.locator("[data-chat] .pending")).to_have_count(0)

        first.end_turn()
        for each in (first, second):
            each.expect_round(2)
            each.wait_for_turn()
            each.expect_trust("verified")
        second.expect_state(first.shown_hash())
        assert first.head() == second.head()
        assert not second.complaints


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
