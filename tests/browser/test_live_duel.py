"""A duel on the platform against a bot: every entry checked in the browser, to the standings."""

import base64

import pytest
from playwright.sync_api import Page, expect

from games import engine
from games.ledger.fold import Fold
from tests.browser.live import (
    ask,
    head,
    is_over,
    make_match,
    open_match,
    shown_hash,
    take_seat,
    wait_for_turn,
)
from tests.browser.server import Server

ROUNDS = 8


def folded(page: Page, match: str) -> Fold:
    """The match's log as the platform gives it, checked on this interpreter."""
    log = ask(page, "GET", f"matches/{match}/log/")
    fold = Fold(base64.b64decode(log["genesis"]), engine.rules(0), lambda *_: False)
    while True:
        for entry in log["entries"]:
            fold.advance(base64.b64decode(entry))
        if fold.sequence >= log["sequence"]:
            return fold
        log = ask(page, "GET", f"matches/{match}/log/?after={fold.sequence}")


@pytest.mark.timeout(400)  # a whole match: bots think, the page draws in software
def test_a_duel_on_the_platform_is_played_to_its_end_and_verified(
    server: Server, page: Page
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    match = make_match(server, page, "Ada", kind=0, seats=2, bots=[0])
    open_match(server, page, match)
    take_seat(page, 0)
    wait_for_turn(page)

    # An action is shown at once, and can be taken back.
    points = page.locator("[data-points]")
    page.locator("[data-suggest]").click()
    page.locator("[data-confirm]").click()
    expect(points).to_have_attribute("data-points", "2")
    page.locator("[data-undo]").click()
    expect(points).to_have_attribute("data-points", "3")

    for turn in range(ROUNDS):
        wait_for_turn(page)
        if is_over(page):
            break
        if turn == 1:
            page.get_by_role("button", name="Menu").click()
            page.locator("[data-finish]").click()
        else:
            page.locator("[data-end-turn]").click()
        expect(page.locator(".top-number")).to_have_text(
            f"Round {min(turn + 2, ROUNDS)} of {ROUNDS}", timeout=120_000
        )
    expect(page.locator("[data-standings] li")).to_have_count(2, timeout=60_000)
    final = page.locator("code[data-hash]").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("[data-trust]")).to_have_attribute("data-trust", "verified")

    fold = folded(page, match)
    assert fold.ended
    assert fold.state_hash.hex() == final == shown_hash(page)
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert head(page) == fold.head.hex()
    assert ask(page, "GET", f"matches/{match}/")["result"]["state_hash"] == final

    # A reload fetches the log again, checks it again, and arrives at the same city.
    page.reload()
    expect(page.locator("[data-standings] li")).to_have_count(2, timeout=60_000)
    assert shown_hash(page) == final
