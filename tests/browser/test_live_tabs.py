"""Several tabs of one person: three play, a fourth takes the place of the first, nobody fights."""

from playwright.sync_api import Browser, expect

from tests.browser.match_log import entries
from tests.browser.seats import PATIENCE, mayors
from tests.browser.server import Server


def test_a_fourth_tab_takes_the_place_of_the_oldest(chromium: Browser, server: Server) -> None:
    with mayors(chromium, server, "Tab") as [tab]:
        match_id = tab.order(kind=0, seats=2, bots=[1])
        tab.sit_down(match_id)
        tab.wait_for_turn()
        tabs = [tab.page]
        for _ in range(3):
            page = tab.context.new_page()
            page.goto(f"{server.url}match/{match_id}/?speed=0")
            expect(page.locator("[data-end-turn]")).to_be_enabled(timeout=2 * PATIENCE)
            tabs.append(page)
        oldest = tabs[0].locator("[data-take-place]")
        expect(oldest).to_be_visible(timeout=PATIENCE)
        for page in tabs[1:]:
            expect(page.locator("[data-take-place]")).to_have_count(0)
        before = len(entries(server, match_id))
        tabs[3].locator("[data-end-turn]").click()
        # What one tab does the others show.
        for page in tabs[1:]:
            expect(page.get_by_text("Round 2 of 8")).to_be_visible(timeout=2 * PATIENCE)
        assert len(entries(server, match_id)) > before
        # The oldest may have its place back; then the next oldest is asked to rest.
        oldest.click()
        expect(tabs[0].get_by_text("Round 2 of 8")).to_be_visible(timeout=2 * PATIENCE)
        expect(tabs[1].locator("[data-take-place]")).to_be_visible(timeout=PATIENCE)
