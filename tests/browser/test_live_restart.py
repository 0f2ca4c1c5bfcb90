"""A server that is killed in the middle of a turn loses nothing, and everybody plays on."""

import signal
from pathlib import Path

from playwright.sync_api import Browser, expect

from games.ledger.kinds import ACTION, PLAYER
from tests.browser.match_log import entries
from tests.browser.seats import PATIENCE, mayors
from tests.browser.server import Server, free_port


def test_a_match_goes_on_over_a_killed_server(chromium: Browser, tmp_path: Path) -> None:
    port = free_port()
    with (
        Server(tmp_path, port).wait_until_ready() as server,
        mayors(chromium, server, "Ida") as [ida],
    ):
        match_id = ida.order(kind=0, seats=2, bots=[1])
        ida.sit_down(match_id)
        ida.wait_for_turn()
        ida.page.get_by_role("button", name="City", exact=True).click()
        ida.page.get_by_role("button", name="Fund drive").first.click()
        expect(ida.page.locator(".turn-points")).to_have_attribute("data-points", "2")
        before = entries(server, match_id)
        assert before[-1].kind == ACTION and before[-1].authority == PLAYER
        server.stop(signal.SIGKILL)
        expect(ida.page.locator("[data-line=lost]")).to_be_visible(timeout=PATIENCE)
        with Server(tmp_path, port).wait_until_ready() as again:
            expect(ida.page.locator("[data-line]")).to_have_count(0, timeout=2 * PATIENCE)
            assert [e.state_hash for e in entries(again, match_id)][: len(before)] == [
                e.state_hash for e in before
            ]
            ida.end_turn()
            # The bot has played too, and the next round's draw was made.
            number = ida.page.locator(".top-number")
            expect(number).to_have_text("Round 2 of 8", timeout=2 * PATIENCE)
            ida.wait_for_turn()
            assert len(entries(again, match_id)) > len(before) + 2
            expect(ida.page.locator("[data-trust]")).to_have_attribute("data-trust", "verified")
