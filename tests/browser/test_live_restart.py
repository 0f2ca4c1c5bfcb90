"""A server that is killed in the middle of a turn loses nothing, and everybody plays on."""

import signal
from pathlib import Path

from playwright.sync_api import Browser, expect

from games.ledger.kinds import ACTION, PLAYER
from tests.browser.match_log import entries
from tests.browser.mayor import begin, mayors
from tests.browser.server import Server, free_port


def test_a_match_goes_on_over_a_killed_server(chromium: Browser, tmp_path: Path) -> None:
    port = free_port()
    with (
        Server(tmp_path, port).wait_until_ready() as server,
        mayors(chromium, server, "Ida", silent=False) as [ida],
    ):
        match = ida.order(kind=0, seats=2, bots=[1])
        begin(match, ida)
        ida.wait_for_turn()
        ida.page.get_by_role("button", name="City", exact=True).click()
        ida.page.get_by_role("button", name="Fund drive").first.click()
        expect(ida.page.locator(".turn-points")).to_have_attribute("data-points", "2")
        before = entries(server, match)
        assert before[-1].kind == ACTION and before[-1].authority == PLAYER
        server.stop(signal.SIGKILL)
        ida.expect_line(lost=True)
        with Server(tmp_path, port).wait_until_ready() as again:
            ida.expect_line(lost=False)
            assert [e.state_hash for e in entries(again, match)][: len(before)] == [
                e.state_hash for e in before
            ]
            ida.end_turn()
            # The bot has played too, and the next round's draw was made.
            ida.expect_round(2)
            ida.wait_for_turn()
            assert len(entries(again, match)) > len(before) + 2
            ida.expect_trust("verified")
