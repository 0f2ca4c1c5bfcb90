"""Two people on the platform, each with a browser, by a link."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.mayor import Mayor, begin, mayors
from tests.browser.server import Server


def _on_turn(ada: Mayor, linus: Mayor) -> tuple[Mayor, Mayor]:
    """Whose turn it is, and who waits, once both pages show it."""
    expect(ada.page.locator(".turn-title")).to_have_text(re.compile("^Your turn$|Linus"))
    actor, watcher = (ada, linus) if ada.has_turn() else (linus, ada)
    expect(actor.page.locator("[data-turn=me]")).to_be_attached()
    watcher.expect_state(actor.shown_hash())
    return actor, watcher


@pytest.mark.timeout(200)
def test_two_people_play_three_rounds_and_talk(server: Server, chromium: Browser) -> None:
    with mayors(chromium, server, "Ada", "Linus") as [ada, linus]:
        begin(ada.order(kind=0, seats=2), ada, linus)
        for turn in range(6):
            actor, watcher = _on_turn(ada, linus)
            if turn % 2 == 0:
                actor.act()
            actor.say(f"line {turn}")
            before = actor.shown_hash()
            actor.end_turn()
            for each in (actor, watcher):
                each.expect_another_state(before)
        _on_turn(ada, linus)
        for each in (ada, linus):
            each.expect_round(4)
            lines = each.page.locator("[data-chat] .chat-line")
            expect(lines).to_have_count(6)
            expect(each.page.locator("[data-chat] .pending")).to_have_count(0)
            for turn, line in enumerate(lines.all()):
                expect(line).to_contain_text(f"line {turn}")
            each.expect_trust("verified")
        expect(linus.page.locator(".mayors")).to_contain_text("Ada")
        assert ada.head() == linus.head()


@pytest.mark.timeout(200)
def test_a_browser_that_was_killed_comes_back_to_where_the_match_stands(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", "Linus") as [ada, linus]:
        match = ada.order(kind=0, seats=2)
        begin(match, ada, linus)
        actor, watcher = _on_turn(ada, linus)
        actor.act()
        actor.end_turn()
        expect(watcher.page.locator("[data-turn=me]")).to_be_attached()

        # The one who waits goes without a word; the other plays on.
        actor.page.close(run_before_unload=False)
        watcher.act()
        back = actor.window(match)
        back.expect_state(watcher.shown_hash())
        back.expect_trust("verified")
        expect(back.page.locator("[data-turn=bots]")).to_be_attached()
        before = watcher.shown_hash()
        watcher.end_turn()
        back.expect_another_state(before)
        _on_turn(*((back, watcher) if actor is ada else (watcher, back)))
        assert not back.complaints
