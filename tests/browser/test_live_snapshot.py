"""A browser that was away for long is sent a state, and checks the log before it afterwards."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.match_log import entries
from tests.browser.mayor import begin, mayors
from tests.browser.proxy import Proxy
from tests.browser.server import Server

GAP = 10  # entries that are sent one by one


@pytest.mark.timeout(200)
def test_a_state_that_was_sent_is_built_on_at_once_and_checked_whole_afterwards(
    tmp_path: Path, chromium: Browser
) -> None:
    with (
        Server(tmp_path, LIMIT_GAP=str(GAP)).wait_until_ready() as server,
        mayors(chromium, server, "Ada", silent=False) as [away],
    ):
        proxy = Proxy(away.page)
        match = away.order(kind=3, seats=2, bots=[0], size=16, rounds=6)
        begin(match, away)
        away.wait_for_turn()
        here = away.window(match)
        here.wait_for_turn()
        proxy.cut()
        away.expect_line(lost=True)
        before = len(entries(server, match))
        reached = 1
        while len(entries(server, match)) <= before + GAP:
            here.end_turn()
            reached += 1
            here.expect_round(reached)
            here.wait_for_turn()

        proxy.hold("batch")
        proxy.mend()
        away.try_now()
        sent = len(entries(server, match))
        away.expect_trust("from")
        expect(away.page.locator("[data-trust]")).to_have_text(f"Verified from {sent}")
        away.expect_state(here.shown_hash())
        away.wait_for_turn()
        # The state that was sent can be played on before the log has come.
        away.act()
        here.expect_state(away.shown_hash())
        with away.evidence() as sheet:
            expect(sheet.locator("[data-verdict]")).to_have_text(f"Verified from {sent}")

        proxy.release()
        away.expect_trust("verified")
        with away.evidence() as sheet:
            checked = sheet.locator("[data-entries]")
            expect(checked).to_have_attribute("data-entries", str(sent + 1))
        assert away.head() == here.head()
        away.end_turn()
        away.expect_round(reached + 1)
        away.expect_trust("verified")
