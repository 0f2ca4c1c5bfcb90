"""Who vanishes is played by a bot, and comes back into the own seat."""

import sqlite3
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from games.ledger.entries import Entry
from games.ledger.kinds import ACTION, BOT, HAND_BACK, PLAYER, TAKEOVER
from tests.browser.match_log import entries
from tests.browser.mayor import Mayor, begin, mayors
from tests.browser.server import Server

TURN_SECONDS = 60
CEM = 2
LONG_AGO = 600_000  # ms: longer than a bot or a vote has to wait


def _take_over(server: Server, match: str, seat: int, watcher: Mayor) -> None:
    """As if this mayor had last been seen ten minutes ago: a bot plays on.

    Again and again, since who is here is noted every few seconds.
    """
    database = sqlite3.connect(server.data_dir / "matches.sqlite3", timeout=20)
    while TAKEOVER not in [entry.kind for entry in entries(server, match)]:
        with database:
            database.execute(
                "UPDATE games_seat SET seen_at = seen_at - ? WHERE match_id = ? AND number = ?",
                (LONG_AGO, match, seat),
            )
        watcher.page.wait_for_timeout(300)
    database.close()


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
        _take_over(server, match, CEM, ann)
        told = ann.page.get_by_role("status").filter(has_text="A bot plays for Cem.")
        expect(told).to_be_visible()
        _play_until(server, match, [ann, ben], _turn_of(CEM, BOT))
        cem.open(match)
        expect(ann.page.get_by_role("status").filter(has_text="Cem is back.")).to_be_visible()
        kinds = [entry.kind for entry in entries(server, match)]
        assert kinds.count(TAKEOVER) == kinds.count(HAND_BACK) == 1
        _play_until(server, match, [ann, ben, cem], _turn_of(CEM, PLAYER))
