"""The line of a match: cut and mended, and tampered with."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.mayor import Mayor, begin, mayors
from tests.browser.proxy import Proxy
from tests.browser.server import Server


def _duel(ada: Mayor) -> str:
    match = ada.order(kind=0, seats=2, bots=[0])
    begin(match, ada)
    ada.wait_for_turn()
    return match


@pytest.mark.timeout(200)
def test_what_is_done_and_typed_during_a_cut_arrives_when_the_line_is_mended(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", silent=False) as [ada]:
        page = ada.page
        proxy = Proxy(page)
        log = f"matches/{_duel(ada)}/log/"
        before = ada.ask("GET", log)["sequence"]
        proxy.cut()
        ada.expect_line(lost=True)
        ada.act()
        ada.say("Can you hear me?")
        pending = page.locator("[data-chat] .pending")
        expect(pending).to_have_count(1)
        assert ada.ask("GET", log)["sequence"] == before

        shown = ada.shown_hash()
        expect(page.get_by_role("button", name="Try now")).to_be_visible()
        proxy.mend()
        ada.try_now()
        ada.expect_line(lost=False)
        expect(pending).to_have_count(0)
        expect(page.locator("[data-chat] .chat-line")).to_have_count(1)
        with ada.evidence() as sheet:
            entries = sheet.locator("[data-entries]")
            expect(entries).to_have_attribute("data-entries", str(before + 1))
        assert ada.shown_hash() == shown
        ada.end_turn()
        ada.expect_round(2)


@pytest.mark.timeout(200)
def test_a_tampered_frame_is_caught_shown_mended_and_never_forgotten(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", silent=False) as [ada]:
        badge = ada.page.locator("[data-trust]")
        proxy = Proxy(ada.page)
        match = _duel(ada)
        ada.expect_trust("verified")
        proxy.tamper()
        ada.end_turn()
        ada.expect_trust("unverified")
        ada.wait_for_turn()
        [spoilt] = proxy.tampered
        expect(badge).to_have_text(f"Unverified from {spoilt}")
        with ada.evidence() as sheet:
            expect(sheet).to_contain_text("did fit, and the match goes on")
        # What was shown is the platform's own state all the same: the tampered entry was not
        # taken.
        ada.page.reload()
        ada.wait_for_turn()
        expect(badge).to_have_text(f"Unverified from {spoilt}")
        log = ada.ask("GET", f"matches/{match}/log/")
        with ada.evidence() as sheet:
            entries = sheet.locator("[data-entries]")
            expect(entries).to_have_attribute("data-entries", str(log["sequence"]))
