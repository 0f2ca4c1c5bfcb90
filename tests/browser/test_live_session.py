"""A session that ends in the middle of a match: its mayor is told, and watches on request alone."""

import sqlite3

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.mayor import Mayor, begin, mayors
from tests.browser.proxy import Proxy
from tests.browser.server import Server

COOKIE = "sessionid"


def _key(mayor: Mayor) -> str:
    """The key of the profile's session; empty if it has none."""
    found = {cookie["name"]: cookie["value"] for cookie in mayor.context.cookies()}
    return str(found.get(COOKIE, ""))


def _end_session(server: Server, key: str) -> None:
    """As when it has run out."""
    database = sqlite3.connect(server.data_dir / "people.sqlite3", timeout=20)
    with database:
        gone = database.execute("DELETE FROM django_session WHERE session_key = ?", (key,))
    assert gone.rowcount == 1
    database.close()


@pytest.mark.timeout(120)
@pytest.mark.parametrize("another", [False, True], ids=["ended", "somebody-else-in-another-tab"])
def test_a_mayor_whose_session_ends_is_told_and_watches_only_if_they_want_to(
    server: Server, chromium: Browser, another: bool
) -> None:
    with mayors(chromium, server, "Ada", silent=False) as [ada]:
        proxy = Proxy(ada.page)
        match = ada.order(kind=0, seats=2, bots=[0])
        begin(match, ada)
        ada.wait_for_turn()
        ended = _key(ada)
        _end_session(server, ended)
        if another:
            ada.context.clear_cookies(name=COOKIE)
            ada.sign_in("Somebody else")
        now = _key(ada)
        proxy.cut()
        proxy.mend()
        ada.try_now()

        told = ada.page.get_by_role("dialog", name="You are no longer signed in.")
        expect(told).to_be_visible()
        expect(told).to_contain_text("your borough belonged to it")
        expect(ada.page.get_by_text("You are watching.")).to_have_count(0)
        assert _key(ada) == now, "no new guest was made without asking"

        shown = ada.shown_hash()
        told.get_by_role("button", name="Watch the match").click()
        expect(ada.page.get_by_text("You are watching.")).to_be_visible()
        ada.expect_state(shown)
        ada.expect_trust("verified")
        expect(ada.page.locator("[data-end-turn]")).to_be_disabled()
        assert _key(ada) not in ("", ended)
