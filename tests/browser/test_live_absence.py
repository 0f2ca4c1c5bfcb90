"""Who vanishes is played by a bot, and comes back; who stays may end the match without them."""

import sqlite3
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from games.ledger.entries import Entry
from games.ledger.kinds import ACTION, BOT, END, HAND_BACK, PLAYER, TAKEOVER, VOTED
from tests.browser.match_log import entries
from tests.browser.mayor import Mayor, begin, mayors
from tests.browser.server import Server

TURN_SECONDS = 60
CEM = 2
STAND_IN, VOTE = 130_000, 310_000  # ms: a little longer than a bot waits, and a vote


def _not_seen_for(server: Server, match: str, seat: int, ms: int) -> None:
    """As if this mayor had last been seen so long ago, while the platform was there."""
    database = sqlite3.connect(server.data_dir / "matches.sqlite3", timeout=20)
    with database:
        database.execute(
            "UPDATE games_seat SET seen_at = ? WHERE match_id = ? AND number = ?",
            (int(time.time() * 1000) - ms, match, seat),
        )
        database.execute("UPDATE games_uptime SET began_at = 0")
    database.close()


def _let_bot_play(server: Server, match: str, seat: int, watcher: Mayor, ms: int) -> None:
    """Have a bot play on for a mayor who was not seen for so long.

    Said again until it does: the platform notes every few seconds who is here.
    """
    while TAKEOVER not in [entry.kind for entry in entries(server, match)]:
        _not_seen_for(server, match, seat, ms)
        watcher.page.wait_for_timeout(300)


def _play_until(
    server: Server, match: str, playing: list[Mayor], found: Callable[[Entry], bool]
) -> None:
    """These mayors end their turns until the log has such an entry, from its last one on."""
    start = len(entries(server, match))
    while not any(found(entry) for entry in entries(server, match)[max(0, start - 1) :]):
        for mayor in playing:
            if mayor.has_turn():
                mayor.page.locator("[data-end-turn]").click()
        playing[0].page.wait_for_timeout(200)


def _turn_of(seat: int, authority: int) -> Callable[[Entry], bool]:
    return lambda entry: (entry.kind, entry.seat, entry.authority) == (ACTION, seat, authority)


@pytest.mark.timeout(240)
def test_a_seat_that_vanishes_is_played_and_given_back(chromium: Browser, server: Server) -> None:
    with mayors(chromium, server, "Ann", "Ben", "Cem") as [ann, ben, cem]:
        match = ann.order(kind=1, seats=3, turn=TURN_SECONDS)
        begin(match, ann, ben, cem)
        cem.page.goto("about:blank")
        _let_bot_play(server, match, CEM, ann, STAND_IN)
        told = ann.page.get_by_role("status").filter(has_text="A bot plays for Cem.")
        expect(told).to_be_visible()
        _play_until(server, match, [ann, ben], _turn_of(CEM, BOT))
        cem.open(match)
        expect(ann.page.get_by_role("status").filter(has_text="Cem is back.")).to_be_visible()
        kinds = [entry.kind for entry in entries(server, match)]
        assert kinds.count(TAKEOVER) == kinds.count(HAND_BACK) == 1
        _play_until(server, match, [ann, ben, cem], _turn_of(CEM, PLAYER))


@pytest.mark.timeout(200)
def test_who_is_played_for_takes_over_again_by_the_button(
    chromium: Browser, server: Server
) -> None:
    with mayors(chromium, server, "Ann", "Ben") as [ann, ben]:
        match = ann.order(kind=0, seats=2, turn=TURN_SECONDS)
        begin(match, ann, ben)
        # The platform has not heard of Ann for long, though the page is open and its line lives.
        _let_bot_play(server, match, 0, ann, STAND_IN)
        expect(
            ann.page.get_by_role("status").filter(has_text="A bot plays for you.")
        ).to_be_visible()
        expect(ben.page.locator("[data-vote]")).to_be_visible()
        back = ann.page.locator("[data-back]")
        expect(back).to_have_text("I am back")
        back.click()
        told = ann.page.get_by_role("status").filter(has_text="your borough is yours again")
        expect(told).to_be_visible()
        expect(back).to_have_count(0)
        expect(ben.page.locator("[data-vote]")).to_have_count(0)
        _play_until(server, match, [ann, ben], _turn_of(0, PLAYER))
        assert [e.kind for e in entries(server, match)].count(HAND_BACK) == 1
        for each in (ann, ben):
            each.expect_trust("verified")


@pytest.mark.timeout(200)
def test_those_who_stay_end_the_match_together_once_somebody_is_gone_for_long(
    chromium: Browser, server: Server
) -> None:
    with mayors(chromium, server, "Ann", "Ben", "Cem", "Dee", silent=False) as [ann, ben, cem, dee]:
        match = ann.order(kind=1, seats=3, turn=TURN_SECONDS)
        begin(match, ann, ben, cem)
        dee.open(match)
        expect(ann.page.locator("[data-vote]")).to_have_count(0)
        cem.page.goto("about:blank")
        _let_bot_play(server, match, CEM, ann, STAND_IN)
        offered = ann.page.locator("[data-vote]")
        expect(offered).to_have_text("Vote to end the match")
        offered.click()
        early = ann.page.get_by_role("status").filter(has_text="gone for five minutes")
        expect(early).to_be_visible()
        expect(offered).to_be_enabled()

        _not_seen_for(server, match, CEM, VOTE)
        offered.click()
        for each in (ann, ben):
            told = each.page.locator(".live-vote")
            expect(told).to_contain_text("1 of 2 want to end the match")
        expect(offered).to_be_disabled()
        assert not ann.page.locator("[data-standings]").is_visible()

        ben.page.locator("[data-vote]").click()
        for each in (ann, ben, dee):
            expect(each.page.locator("[data-standings] li")).to_have_count(3)
        last = entries(server, match)[-1]
        assert (last.kind, last.details.reason) == (END, VOTED)
        cem.open(match)
        expect(cem.page.locator("[data-standings] li")).to_have_count(3)
